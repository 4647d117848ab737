;; A part of colour-kernels.wat: counts and sums over the bytes of a decoded picture.

;; How many of the 32,768 colours with five bits a channel are among $count pixels of interleaved RGB. As many bytes from 0 on are
;; 0 before: the colour is the address. Eight pixels at a time, as words of red, of green and of blue.
(func (export "countColours") (param $from i32) (param $count i32) (result i32)
  (local $end i32) (local $pixel i32) (local $seen i32) (local $low v128) (local $high v128) (local $colours v128) (local $sum v128)
  (local $redLow v128) (local $redHigh v128) (local $greenLow v128) (local $greenHigh v128) (local $blueLow v128) (local $blueHigh v128)
  (local $five v128)
  (local.set $redLow (v128.const i8x16 0 128 3 128 6 128 9 128 12 128 15 128 128 128 128 128))
  (local.set $redHigh (v128.const i8x16 128 128 128 128 128 128 128 128 128 128 128 128 10 128 13 128))
  (local.set $greenLow (v128.const i8x16 1 128 4 128 7 128 10 128 13 128 128 128 128 128 128 128))
  (local.set $greenHigh (v128.const i8x16 128 128 128 128 128 128 128 128 128 128 8 128 11 128 14 128))
  (local.set $blueLow (v128.const i8x16 2 128 5 128 8 128 11 128 14 128 128 128 128 128 128 128))
  (local.set $blueHigh (v128.const i8x16 128 128 128 128 128 128 128 128 128 128 9 128 12 128 15 128))
  (local.set $five (i16x8.splat (i32.const 0xf8)))
  (local.set $end (i32.add (local.get $from) (i32.mul (local.get $count) (i32.const 3))))
  (block $few
    (loop $eights
      (br_if $few (i32.gt_u (i32.add (local.get $from) (i32.const 24)) (local.get $end)))
      (local.set $low (v128.load (local.get $from)))
      (local.set $high (v128.load offset=8 (local.get $from)))
      (local.set $colours
        (v128.or
          (v128.or
            (i16x8.shr_u
              (v128.and
                (v128.or
                  (i8x16.swizzle (local.get $low) (local.get $blueLow))
                  (i8x16.swizzle (local.get $high) (local.get $blueHigh)))
                (local.get $five))
              (i32.const 3))
            (i16x8.shl
              (v128.and
                (v128.or
                  (i8x16.swizzle (local.get $low) (local.get $greenLow))
                  (i8x16.swizzle (local.get $high) (local.get $greenHigh)))
                (local.get $five))
              (i32.const 2)))
          (i16x8.shl
            (v128.and
              (v128.or
                (i8x16.swizzle (local.get $low) (local.get $redLow))
                (i8x16.swizzle (local.get $high) (local.get $redHigh)))
              (local.get $five))
            (i32.const 7))))
      (i32.store8 (i16x8.extract_lane_u 0 (local.get $colours)) (i32.const 1))
      (i32.store8 (i16x8.extract_lane_u 1 (local.get $colours)) (i32.const 1))
      (i32.store8 (i16x8.extract_lane_u 2 (local.get $colours)) (i32.const 1))
      (i32.store8 (i16x8.extract_lane_u 3 (local.get $colours)) (i32.const 1))
      (i32.store8 (i16x8.extract_lane_u 4 (local.get $colours)) (i32.const 1))
      (i32.store8 (i16x8.extract_lane_u 5 (local.get $colours)) (i32.const 1))
      (i32.store8 (i16x8.extract_lane_u 6 (local.get $colours)) (i32.const 1))
      (i32.store8 (i16x8.extract_lane_u 7 (local.get $colours)) (i32.const 1))
      (local.set $from (i32.add (local.get $from) (i32.const 24)))
      (br $eights)))
  (block $done
    (loop $pixels
      (br_if $done (i32.ge_u (local.get $from) (local.get $end)))
      (local.set $pixel (i32.load (local.get $from)))
      (i32.store8
        (i32.or
          (i32.or
            (i32.shl (i32.and (local.get $pixel) (i32.const 0xf8)) (i32.const 7))
            (i32.and (i32.shr_u (local.get $pixel) (i32.const 6)) (i32.const 0x3e0)))
          (i32.and (i32.shr_u (local.get $pixel) (i32.const 19)) (i32.const 0x1f)))
        (i32.const 1))
      (local.set $from (i32.add (local.get $from) (i32.const 3)))
      (br $pixels)))
  (loop $colours
    (local.set $sum (i16x8.add (local.get $sum) (i16x8.extadd_pairwise_i8x16_u (v128.load (local.get $seen)))))
    (br_if $colours
      (i32.lt_u (local.tee $seen (i32.add (local.get $seen) (i32.const 16))) (i32.const 32768))))
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
      (i64.add (i64x2.extract_lane 0 (local.get $squares)) (i64x2.extract_lane 1 (local.get $squares))))))
