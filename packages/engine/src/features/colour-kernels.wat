;; Loops over the colours of a decoded picture. Up to 15 bytes after an input are read.
(module
  (memory (export "memory") 4)

  ;; Mean of 2 × 2 values of 0 … 1, the lower two $row bytes after the upper ones, as a byte.
  (func $byteOfBlock (param $at i32) (param $row i32) (result i32)
    (i32.trunc_sat_f64_s
      (f64.add
        (f64.mul
          (f64.add (call $sumOfTwo (local.get $at)) (call $sumOfTwo (i32.add (local.get $at) (local.get $row))))
          (f64.const 63.75))
        (f64.const 0.5))))
  (func $sumOfTwo (param $at i32) (result f64)
    (f64.add (f64.promote_f32 (f32.load (local.get $at))) (f64.promote_f32 (f32.load offset=4 (local.get $at)))))

  ;; Entry of a table of doubles at $value, in $steps a unit, rounded to nearest.
  (func $entry (param $table i32) (param $value f64) (param $steps f64) (result f64)
    (f64.load
      (i32.add
        (local.get $table)
        (i32.shl
          (i32.trunc_sat_f64_s (f64.add (f64.mul (local.get $value) (local.get $steps)) (f64.const 0.5)))
          (i32.const 3)))))

  ;; Adds a share to two neighbouring bins: $parts says how much of it to each.
  (func $addPair (param $bin i32) (param $share f64) (param $parts v128)
    (v128.store
      (local.get $bin)
      (f64x2.add (v128.load (local.get $bin)) (f64x2.mul (f64x2.splat (local.get $share)) (local.get $parts)))))

  ;; Adds the means of 2 × 2 pixels of a square picture, planar RGB floats of 0 … 1, to a histogram of 5 × 9 × 9 doubles.
  ;; $light holds, for each byte of red, then of green, then of blue, its parts of X, Y and Z, and 8 bytes more; $curve the
  ;; curve of CIE L*a*b*, $steps entries a unit.
  (func (export "addColours")
    (param $planes i32) (param $side i32) (param $light i32) (param $curve i32) (param $steps f64) (param $histogram i32)
    (local $at i32) (local $row i32) (local $plane i32) (local $lineEnd i32) (local $end i32)
    (local $red i32) (local $green i32) (local $blue i32) (local $bin i32)
    (local $x f64) (local $y f64) (local $z f64) (local $l f64) (local $l0 i32) (local $dark f64) (local $bright f64)
    (local $xy v128) (local $ab v128) (local $ab0 v128) (local $near v128) (local $far v128) (local $parts v128)
    (local.set $row (i32.shl (local.get $side) (i32.const 2)))
    (local.set $plane (i32.mul (local.get $row) (local.get $side)))
    (local.set $at (local.get $planes))
    (local.set $end (i32.add (local.get $planes) (local.get $plane)))
    (loop $down
      (local.set $lineEnd (i32.add (local.get $at) (local.get $row)))
      (loop $across
        (local.set $red
          (i32.add (local.get $light) (i32.shl (call $byteOfBlock (local.get $at) (local.get $row)) (i32.const 5))))
        (local.set $green
          (i32.add
            (local.get $light)
            (i32.shl
              (call $byteOfBlock (i32.add (local.get $at) (local.get $plane)) (local.get $row))
              (i32.const 5))))
        (local.set $blue
          (i32.add
            (local.get $light)
            (i32.shl
              (call $byteOfBlock
                (i32.add (local.get $at) (i32.shl (local.get $plane) (i32.const 1)))
                (local.get $row))
              (i32.const 5))))
        (local.set $xy
          (f64x2.add
            (f64x2.add (v128.load (local.get $red)) (v128.load offset=8192 (local.get $green)))
            (v128.load offset=16384 (local.get $blue))))
        (local.set $z
          (call $entry
            (local.get $curve)
            (f64.add
              (f64.add (f64.load offset=16 (local.get $red)) (f64.load offset=8208 (local.get $green)))
              (f64.load offset=16400 (local.get $blue)))
            (local.get $steps)))
        (local.set $x (call $entry (local.get $curve) (f64x2.extract_lane 0 (local.get $xy)) (local.get $steps)))
        (local.set $y (call $entry (local.get $curve) (f64x2.extract_lane 1 (local.get $xy)) (local.get $steps)))
        ;; Lightness in bins of 25, a and b in bins of 20 from -80; the outer ones take what lies beyond.
        (local.set $l
          (f64.min
            (f64.const 4)
            (f64.max
              (f64.const 0)
              (f64.mul
                (f64.div (f64.sub (f64.mul (f64.const 116) (local.get $y)) (f64.const 16)) (f64.const 100))
                (f64.const 4)))))
        (local.set $ab
          (f64x2.replace_lane 1
            (f64x2.splat (f64.sub (local.get $x) (local.get $y)))
            (f64.sub (local.get $y) (local.get $z))))
        (local.set $ab
          (f64x2.min
            (v128.const f64x2 8 8)
            (f64x2.max
              (v128.const f64x2 0 0)
              (f64x2.mul
                (f64x2.div
                  (f64x2.add (f64x2.mul (local.get $ab) (v128.const f64x2 500 200)) (v128.const f64x2 80 80))
                  (v128.const f64x2 160 160))
                (v128.const f64x2 8 8)))))
        (local.set $l0 (i32.trunc_sat_f64_s (local.get $l)))
        (local.set $l0
          (select (local.get $l0) (i32.const 3) (i32.lt_s (local.get $l0) (i32.const 3))))
        (local.set $ab0
          (i32x4.min_s (i32x4.trunc_sat_f64x2_s_zero (local.get $ab)) (v128.const i32x4 7 7 7 7)))
        (local.set $bin
          (i32.add
            (local.get $histogram)
            (i32.shl
              (i32.add
                (i32.add
                  (i32.mul (local.get $l0) (i32.const 81))
                  (i32.mul (i32x4.extract_lane 0 (local.get $ab0)) (i32.const 9)))
                (i32x4.extract_lane 1 (local.get $ab0)))
              (i32.const 3))))
        (local.set $dark
          (f64.add (f64.sub (f64.const 1) (local.get $l)) (f64.convert_i32_s (local.get $l0))))
        (local.set $bright (f64.sub (local.get $l) (f64.convert_i32_s (local.get $l0))))
        (local.set $ab0 (f64x2.convert_low_i32x4_s (local.get $ab0)))
        (local.set $far (f64x2.sub (local.get $ab) (local.get $ab0)))
        (local.set $near (f64x2.add (f64x2.sub (v128.const f64x2 1 1) (local.get $ab)) (local.get $ab0)))
        ;; Of b: what is not in the second bin is in the first.
        (local.set $parts
          (f64x2.replace_lane 0
            (local.get $far)
            (f64.sub (f64.const 1) (f64x2.extract_lane 1 (local.get $far)))))
        (local.set $x (f64x2.extract_lane 0 (local.get $near)))
        (local.set $y (f64x2.extract_lane 0 (local.get $far)))
        (call $addPair (local.get $bin) (f64.mul (local.get $dark) (local.get $x)) (local.get $parts))
        (call $addPair
          (i32.add (local.get $bin) (i32.const 72))
          (f64.mul (local.get $dark) (local.get $y))
          (local.get $parts))
        (call $addPair
          (i32.add (local.get $bin) (i32.const 648))
          (f64.mul (local.get $bright) (local.get $x))
          (local.get $parts))
        (call $addPair
          (i32.add (local.get $bin) (i32.const 720))
          (f64.mul (local.get $bright) (local.get $y))
          (local.get $parts))
        (br_if $across
          (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $lineEnd))))
      (br_if $down
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (local.get $row))) (local.get $end)))))

  ;; How many of the 32,768 colours with five bits a channel are among $count pixels of interleaved RGB. $seen are as many
  ;; bytes, all 0 before.
  (func (export "countColours") (param $from i32) (param $count i32) (param $seen i32) (result i32)
    (local $end i32) (local $pixel i32) (local $sum v128)
    (local.set $end (i32.add (local.get $from) (i32.mul (local.get $count) (i32.const 3))))
    (loop $pixels
      (local.set $pixel (i32.load (local.get $from)))
      (i32.store8
        (i32.add
          (local.get $seen)
          (i32.or
            (i32.or
              (i32.shl (i32.and (local.get $pixel) (i32.const 0xf8)) (i32.const 7))
              (i32.and (i32.shr_u (local.get $pixel) (i32.const 6)) (i32.const 0x3e0)))
            (i32.and (i32.shr_u (local.get $pixel) (i32.const 19)) (i32.const 0x1f))))
        (i32.const 1))
      (br_if $pixels
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 3))) (local.get $end))))
    (local.set $end (i32.add (local.get $seen) (i32.const 32768)))
    (loop $colours
      (local.set $sum (i16x8.add (local.get $sum) (i16x8.extadd_pairwise_i8x16_u (v128.load (local.get $seen)))))
      (br_if $colours
        (i32.lt_u (local.tee $seen (i32.add (local.get $seen) (i32.const 16))) (local.get $end))))
    (local.set $sum (i32x4.extadd_pairwise_i16x8_u (local.get $sum)))
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
      (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))

  ;; Sum of $count bytes and of their squares, as two doubles. The bytes after them, up to the next multiple of 16, are 0.
  (func (export "moments") (param $from i32) (param $count i32) (param $to i32)
    (local $end i32) (local $low v128) (local $high v128) (local $sum v128) (local $squares v128)
    (local.set $end (i32.add (local.get $from) (local.get $count)))
    (loop $all
      (local.set $low (v128.load (local.get $from)))
      (local.set $sum
        (i32x4.add
          (local.get $sum)
          (i32x4.extadd_pairwise_i16x8_u (i16x8.extadd_pairwise_i8x16_u (local.get $low)))))
      (local.set $high (i16x8.extend_high_i8x16_u (local.get $low)))
      (local.set $low (i16x8.extend_low_i8x16_u (local.get $low)))
      (local.set $low
        (i32x4.add
          (i32x4.dot_i16x8_s (local.get $low) (local.get $low))
          (i32x4.dot_i16x8_s (local.get $high) (local.get $high))))
      (local.set $squares
        (i64x2.add
          (local.get $squares)
          (i64x2.add (i64x2.extend_low_i32x4_u (local.get $low)) (i64x2.extend_high_i32x4_u (local.get $low)))))
      (br_if $all (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end))))
    (f64.store (local.get $to)
      (f64.convert_i32_u
        (i32.add
          (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
          (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum))))))
    (f64.store offset=8 (local.get $to)
      (f64.convert_i64_u
        (i64.add (i64x2.extract_lane 0 (local.get $squares)) (i64x2.extract_lane 1 (local.get $squares)))))))
