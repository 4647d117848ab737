;; Inner loops over a decoded picture: resampling by weighted sums, halving, and luma.
;; Every loop works in whole vectors, so up to 15 bytes after an input are read and up to 63 after an output written.
(module
  (memory (export "memory") 4)

  ;; Four bytes of $bytes from lane 0, as floats.
  (func $floats (param $words v128) (result v128)
    (f32x4.convert_i32x4_u (i32x4.extend_low_i16x8_u (local.get $words))))
  (func $highFloats (param $words v128) (result v128)
    (f32x4.convert_i32x4_u (i32x4.extend_high_i16x8_u (local.get $words))))

  ;; Weighted sum of $taps rows of bytes, $rowBytes apart, as one row of floats.
  (func (export "blendRows")
    (param $from i32) (param $rowBytes i32) (param $taps i32) (param $weights i32) (param $to i32)
    (local $end i32) (local $row i32) (local $left i32) (local $weightAt i32)
    (local $weight v128) (local $bytes v128) (local $low v128) (local $high v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $end (i32.add (local.get $from) (local.get $rowBytes)))
    (loop $across
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (local.get $a))
      (local.set $c (local.get $a))
      (local.set $d (local.get $a))
      (local.set $row (local.get $from))
      (local.set $left (local.get $taps))
      (local.set $weightAt (local.get $weights))
      (loop $down
        (local.set $weight (v128.load32_splat (local.get $weightAt)))
        (local.set $bytes (v128.load (local.get $row)))
        (local.set $low (i16x8.extend_low_i8x16_u (local.get $bytes)))
        (local.set $high (i16x8.extend_high_i8x16_u (local.get $bytes)))
        (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $weight) (call $floats (local.get $low)))))
        (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $weight) (call $highFloats (local.get $low)))))
        (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $weight) (call $floats (local.get $high)))))
        (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $weight) (call $highFloats (local.get $high)))))
        (local.set $row (i32.add (local.get $row) (local.get $rowBytes)))
        (local.set $weightAt (i32.add (local.get $weightAt) (i32.const 4)))
        (br_if $down (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (v128.store (local.get $to) (local.get $a))
      (v128.store offset=16 (local.get $to) (local.get $b))
      (v128.store offset=32 (local.get $to) (local.get $c))
      (v128.store offset=48 (local.get $to) (local.get $d))
      (local.set $to (i32.add (local.get $to) (i32.const 64)))
      (br_if $across
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end)))))

  ;; Weighted sums along one row of interleaved RGB floats. A record of $windows is [byte offset of the first pixel,
  ;; taps, weights …]; pixels are written $pixelBytes apart, their three channels $channelBytes apart.
  (func (export "sampleRow")
    (param $row i32) (param $windows i32) (param $windowBytes i32) (param $count i32)
    (param $to i32) (param $pixelBytes i32) (param $channelBytes i32) (param $scale f32)
    (local $at i32) (local $left i32) (local $weightAt i32) (local $sum v128) (local $factor v128)
    (local.set $factor (f32x4.splat (local.get $scale)))
    (loop $across
      (local.set $at (i32.add (local.get $row) (i32.load (local.get $windows))))
      (local.set $left (i32.load offset=4 (local.get $windows)))
      (local.set $weightAt (i32.add (local.get $windows) (i32.const 8)))
      (local.set $sum (v128.const i32x4 0 0 0 0))
      (loop $taps
        (local.set $sum
          (f32x4.add
            (local.get $sum)
            (f32x4.mul (v128.load32_splat (local.get $weightAt)) (v128.load (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (i32.const 12)))
        (local.set $weightAt (i32.add (local.get $weightAt) (i32.const 4)))
        (br_if $taps (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (local.set $sum (f32x4.mul (local.get $sum) (local.get $factor)))
      (local.set $at (local.get $to))
      (v128.store32_lane 0 (local.get $at) (local.get $sum))
      (v128.store32_lane 1 (local.tee $at (i32.add (local.get $at) (local.get $channelBytes))) (local.get $sum))
      (v128.store32_lane 2 (i32.add (local.get $at) (local.get $channelBytes)) (local.get $sum))
      (local.set $to (i32.add (local.get $to) (local.get $pixelBytes)))
      (local.set $windows (i32.add (local.get $windows) (local.get $windowBytes)))
      (br_if $across (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  ;; Luma of $count pixels of interleaved RGB, 16 at a time: (19595 red + 38470 green + 7471 blue + 32768) >> 16, the green
  ;; half with the red and half with the blue. Swizzles with patterns that are kept cost a fraction of shuffles.
  (func (export "luma") (param $from i32) (param $to i32) (param $count i32)
    (local $end i32) (local $bytes v128) (local $half v128)
    (local $redGreen v128) (local $greenBlue v128) (local $first v128) (local $second v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $redGreen (v128.const i8x16 0 128 1 128 3 128 4 128 6 128 7 128 9 128 10 128))
    (local.set $greenBlue (v128.const i8x16 1 128 2 128 4 128 5 128 7 128 8 128 10 128 11 128))
    (local.set $first (v128.const i16x8 19595 19235 19595 19235 19595 19235 19595 19235))
    (local.set $second (v128.const i16x8 19235 7471 19235 7471 19235 7471 19235 7471))
    (local.set $half (v128.const i32x4 32768 32768 32768 32768))
    (local.set $end (i32.add (local.get $to) (local.get $count)))
    (loop $across
      (local.set $bytes (v128.load (local.get $from)))
      (local.set $a
        (i32x4.shr_u
          (i32x4.add
            (i32x4.add
              (i32x4.dot_i16x8_s (i8x16.swizzle (local.get $bytes) (local.get $redGreen)) (local.get $first))
              (i32x4.dot_i16x8_s (i8x16.swizzle (local.get $bytes) (local.get $greenBlue)) (local.get $second)))
            (local.get $half))
          (i32.const 16)))
      (local.set $bytes (v128.load offset=12 (local.get $from)))
      (local.set $b
        (i32x4.shr_u
          (i32x4.add
            (i32x4.add
              (i32x4.dot_i16x8_s (i8x16.swizzle (local.get $bytes) (local.get $redGreen)) (local.get $first))
              (i32x4.dot_i16x8_s (i8x16.swizzle (local.get $bytes) (local.get $greenBlue)) (local.get $second)))
            (local.get $half))
          (i32.const 16)))
      (local.set $bytes (v128.load offset=24 (local.get $from)))
      (local.set $c
        (i32x4.shr_u
          (i32x4.add
            (i32x4.add
              (i32x4.dot_i16x8_s (i8x16.swizzle (local.get $bytes) (local.get $redGreen)) (local.get $first))
              (i32x4.dot_i16x8_s (i8x16.swizzle (local.get $bytes) (local.get $greenBlue)) (local.get $second)))
            (local.get $half))
          (i32.const 16)))
      (local.set $bytes (v128.load offset=36 (local.get $from)))
      (local.set $d
        (i32x4.shr_u
          (i32x4.add
            (i32x4.add
              (i32x4.dot_i16x8_s (i8x16.swizzle (local.get $bytes) (local.get $redGreen)) (local.get $first))
              (i32x4.dot_i16x8_s (i8x16.swizzle (local.get $bytes) (local.get $greenBlue)) (local.get $second)))
            (local.get $half))
          (i32.const 16)))
      (v128.store
        (local.get $to)
        (i8x16.narrow_i16x8_u
          (i16x8.narrow_i32x4_u (local.get $a) (local.get $b))
          (i16x8.narrow_i32x4_u (local.get $c) (local.get $d))))
      (local.set $from (i32.add (local.get $from) (i32.const 48)))
      (br_if $across (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 16))) (local.get $end)))))

  ;; Means of 2 × 2 pixels of interleaved RGB: $count of them from two rows, rounded to nearest. Four at a time: of each row
  ;; the even and the odd ones of eight pixels. Swizzles with patterns that are kept cost a fraction of shuffles here.
  (func (export "halveRow") (param $upper i32) (param $lower i32) (param $to i32) (param $count i32)
    (local $even v128) (local $odd v128) (local $evenBelow v128) (local $oddBelow v128)
    (local $a v128) (local $b v128) (local $two v128)
    (local $evenA v128) (local $evenB v128) (local $oddA v128) (local $oddB v128)
    (local.set $two (v128.const i16x8 2 2 2 2 2 2 2 2))
    (local.set $evenA (v128.const i8x16 0 1 2 6 7 8 12 13 14 128 128 128 128 128 128 128))
    (local.set $evenB (v128.const i8x16 128 128 128 128 128 128 128 128 128 10 11 12 128 128 128 128))
    (local.set $oddA (v128.const i8x16 3 4 5 9 10 11 15 128 128 128 128 128 128 128 128 128))
    (local.set $oddB (v128.const i8x16 128 128 128 128 128 128 128 8 9 13 14 15 128 128 128 128))
    (loop $across
      (local.set $a (v128.load (local.get $upper)))
      (local.set $b (v128.load offset=8 (local.get $upper)))
      (local.set $even
        (v128.or (i8x16.swizzle (local.get $a) (local.get $evenA)) (i8x16.swizzle (local.get $b) (local.get $evenB))))
      (local.set $odd
        (v128.or (i8x16.swizzle (local.get $a) (local.get $oddA)) (i8x16.swizzle (local.get $b) (local.get $oddB))))
      (local.set $a (v128.load (local.get $lower)))
      (local.set $b (v128.load offset=8 (local.get $lower)))
      (local.set $evenBelow
        (v128.or (i8x16.swizzle (local.get $a) (local.get $evenA)) (i8x16.swizzle (local.get $b) (local.get $evenB))))
      (local.set $oddBelow
        (v128.or (i8x16.swizzle (local.get $a) (local.get $oddA)) (i8x16.swizzle (local.get $b) (local.get $oddB))))
      (v128.store
        (local.get $to)
        (i8x16.narrow_i16x8_u
          (i16x8.shr_u
            (i16x8.add
              (i16x8.add
                (local.get $two)
                (i16x8.add
                  (i16x8.extend_low_i8x16_u (local.get $even))
                  (i16x8.extend_low_i8x16_u (local.get $odd))))
              (i16x8.add
                (i16x8.extend_low_i8x16_u (local.get $evenBelow))
                (i16x8.extend_low_i8x16_u (local.get $oddBelow))))
            (i32.const 2))
          (i16x8.shr_u
            (i16x8.add
              (i16x8.add
                (local.get $two)
                (i16x8.add
                  (i16x8.extend_high_i8x16_u (local.get $even))
                  (i16x8.extend_high_i8x16_u (local.get $odd))))
              (i16x8.add
                (i16x8.extend_high_i8x16_u (local.get $evenBelow))
                (i16x8.extend_high_i8x16_u (local.get $oddBelow))))
            (i32.const 2))))
      (local.set $upper (i32.add (local.get $upper) (i32.const 24)))
      (local.set $lower (i32.add (local.get $lower) (i32.const 24)))
      (local.set $to (i32.add (local.get $to) (i32.const 12)))
      (br_if $across (i32.gt_s (local.tee $count (i32.sub (local.get $count) (i32.const 4))) (i32.const 0))))))
