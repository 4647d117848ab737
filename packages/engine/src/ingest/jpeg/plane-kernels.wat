;; Turns the planes of a decoded JPEG into colours, and shrinks these. Every loop works in whole vectors, so up to 63 bytes
;; after an input are read and after an output written.
(module
  (memory (export "memory") 1)

  ;; A row of words between two rows of $count bytes: $nearPart of one and $farPart of the other. The first and the last are
  ;; repeated before and after it.
  (func (export "blendRows")
    (param $near i32) (param $far i32) (param $nearPart i32) (param $farPart i32) (param $to i32) (param $count i32)
    (local $at i32) (local $end i32) (local $a v128) (local $b v128)
    (local.set $a (i16x8.splat (local.get $nearPart)))
    (local.set $b (i16x8.splat (local.get $farPart)))
    (local.set $at (local.get $to))
    (local.set $end (i32.add (local.get $to) (i32.shl (local.get $count) (i32.const 1))))
    (loop $across
      (v128.store
        (local.get $at)
        (i16x8.add
          (i16x8.mul (v128.load8x8_u (local.get $near)) (local.get $a))
          (i16x8.mul (v128.load8x8_u (local.get $far)) (local.get $b))))
      (local.set $near (i32.add (local.get $near) (i32.const 8)))
      (local.set $far (i32.add (local.get $far) (i32.const 8)))
      (br_if $across (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (i32.store16 (i32.sub (local.get $to) (i32.const 2)) (i32.load16_u (local.get $to)))
    (i32.store16 (local.get $end) (i32.load16_u (i32.sub (local.get $end) (i32.const 2)))))

  ;; Two bytes of each of $count words: three parts of it and one of the one before, or after; rounded by $left and $right, and
  ;; without $bits bits.
  (func (export "spreadRow")
    (param $from i32) (param $to i32) (param $count i32) (param $bits i32) (param $left i32) (param $right i32)
    (local $end i32) (local $thrice v128) (local $before v128) (local $after v128) (local $a v128) (local $b v128)
    (local.set $a (i16x8.splat (local.get $left)))
    (local.set $b (i16x8.splat (local.get $right)))
    (local.set $end (i32.add (local.get $to) (i32.shl (local.get $count) (i32.const 1))))
    (loop $across
      (local.set $thrice
        (i16x8.mul (v128.load (local.get $from)) (v128.const i16x8 3 3 3 3 3 3 3 3)))
      (local.set $before
        (i16x8.shr_u
          (i16x8.add
            (i16x8.add (local.get $thrice) (v128.load (i32.sub (local.get $from) (i32.const 2))))
            (local.get $a))
          (local.get $bits)))
      (local.set $after
        (i16x8.shr_u
          (i16x8.add (i16x8.add (local.get $thrice) (v128.load offset=2 (local.get $from))) (local.get $b))
          (local.get $bits)))
      (v128.store
        (local.get $to)
        (v128.or (local.get $before) (i16x8.shl (local.get $after) (i32.const 8))))
      (local.set $from (i32.add (local.get $from) (i32.const 16)))
      (br_if $across (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 16))) (local.get $end)))))

  ;; Four products, of the lower words of two vectors with two factors, added up; with their fraction.
  (func $lowSum (param $a v128) (param $b v128) (param $factors v128) (result v128)
    (i32x4.dot_i16x8_s
      (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $a) (local.get $b))
      (local.get $factors)))
  (func $highSum (param $a v128) (param $b v128) (param $factors v128) (result v128)
    (i32x4.dot_i16x8_s
      (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $a) (local.get $b))
      (local.get $factors)))

  ;; The same as eight whole numbers, rounded to nearest.
  (func $sum (param $a v128) (param $b v128) (param $factors v128) (result v128)
    (local $half v128)
    (local.set $half (v128.const i32x4 32768 32768 32768 32768))
    (i16x8.narrow_i32x4_s
      (i32x4.shr_s
        (i32x4.add (call $lowSum (local.get $a) (local.get $b) (local.get $factors)) (local.get $half))
        (i32.const 16))
      (i32x4.shr_s
        (i32x4.add (call $highSum (local.get $a) (local.get $b) (local.get $factors)) (local.get $half))
        (i32.const 16))))

  ;; Red, green and blue of $count samples of brightness and colours, by libjpeg's factors (jdcolor.c) without their whole parts:
  ;; 91881 is 65536 + 26345, 116130 is 2 × 65536 − 14942, 46802 is 65536 − 18734.
  (func (export "colourRow")
    (param $luma i32) (param $blueness i32) (param $redness i32)
    (param $red i32) (param $green i32) (param $blue i32) (param $count i32)
    (local $at i32) (local $y v128) (local $b v128) (local $r v128) (local $middle v128)
    (local.set $middle (v128.const i16x8 128 128 128 128 128 128 128 128))
    (loop $across
      (local.set $y (v128.load8x8_u (i32.add (local.get $luma) (local.get $at))))
      (local.set $b
        (i16x8.sub (v128.load8x8_u (i32.add (local.get $blueness) (local.get $at))) (local.get $middle)))
      (local.set $r
        (i16x8.sub (v128.load8x8_u (i32.add (local.get $redness) (local.get $at))) (local.get $middle)))
      (call $eight
        (i32.add (local.get $red) (local.get $at))
        (i16x8.add
          (i16x8.add (local.get $y) (local.get $r))
          (call $sum
            (local.get $r) (local.get $b) (v128.const i16x8 26345 0 26345 0 26345 0 26345 0))))
      (call $eight
        (i32.add (local.get $green) (local.get $at))
        (i16x8.add
          (i16x8.sub (local.get $y) (local.get $r))
          (call $sum
            (local.get $r)
            (local.get $b)
            (v128.const i16x8 18734 -22554 18734 -22554 18734 -22554 18734 -22554))))
      (call $eight
        (i32.add (local.get $blue) (local.get $at))
        (i16x8.add
          (i16x8.add (local.get $y) (i16x8.shl (local.get $b) (i32.const 1)))
          (call $sum
            (local.get $r) (local.get $b) (v128.const i16x8 0 -14942 0 -14942 0 -14942 0 -14942))))
      (br_if $across (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $count)))))

  ;; Eight numbers as bytes.
  (func $eight (param $to i32) (param $values v128)
    (v128.store64_lane 0 (local.get $to) (i8x16.narrow_i16x8_u (local.get $values) (local.get $values)))))
