;; A part of block-decoder.wat: means of 2 × 2 samples.

;; A row's coefficients times their weights, those of one wave of the smaller block added up, as floats.
(func $row (param $block i32) (param $weights i32) (result v128)
  (i32x4.dot_i16x8_s (v128.load (local.get $block)) (v128.load (local.get $weights))))

;; Means of 2 × 2 samples of a block, 4 × 4 bytes, rows $stride apart: the inverse cosine transform of the means. Weights
;; hold the quantisers too; $scale undoes their fixed point. The block is zero afterwards.
(func $transform (param $block i32) (param $weights i32) (param $scale f32) (param $to i32) (param $stride i32)
  (local $a v128) (local $b v128) (local $c v128) (local $d v128)
  (local $e v128) (local $f v128) (local $p v128) (local $q v128) (local $tangent v128) (local $zero v128)
  (local $scales v128)
  (local.set $scales (f32x4.splat (local.get $scale)))
  ;; tan(π / 8)
  (local.set $tangent (v128.const f32x4 0.41421357 0.41421357 0.41421357 0.41421357))
  (local.set $a
    (f32x4.convert_i32x4_s (call $row (local.get $block) (local.get $weights))))
  (local.set $b
    (f32x4.convert_i32x4_s
      (i32x4.add
        (call $row (i32.add (local.get $block) (i32.const 16)) (i32.add (local.get $weights) (i32.const 16)))
        (call $row (i32.add (local.get $block) (i32.const 112)) (i32.add (local.get $weights) (i32.const 112))))))
  (local.set $c
    (f32x4.convert_i32x4_s
      (i32x4.add
        (call $row (i32.add (local.get $block) (i32.const 32)) (i32.add (local.get $weights) (i32.const 32)))
        (call $row (i32.add (local.get $block) (i32.const 96)) (i32.add (local.get $weights) (i32.const 96))))))
  (local.set $d
    (f32x4.convert_i32x4_s
      (i32x4.add
        (call $row (i32.add (local.get $block) (i32.const 48)) (i32.add (local.get $weights) (i32.const 48)))
        (call $row (i32.add (local.get $block) (i32.const 80)) (i32.add (local.get $weights) (i32.const 80))))))
  (v128.store (local.get $block) (local.get $zero))
  (v128.store offset=16 (local.get $block) (local.get $zero))
  (v128.store offset=32 (local.get $block) (local.get $zero))
  (v128.store offset=48 (local.get $block) (local.get $zero))
  (v128.store offset=64 (local.get $block) (local.get $zero))
  (v128.store offset=80 (local.get $block) (local.get $zero))
  (v128.store offset=96 (local.get $block) (local.get $zero))
  (v128.store offset=112 (local.get $block) (local.get $zero))
  ;; Down the columns.
  (local.set $e (f32x4.add (local.get $a) (local.get $c)))
  (local.set $f (f32x4.sub (local.get $a) (local.get $c)))
  (local.set $p (f32x4.add (local.get $b) (f32x4.mul (local.get $tangent) (local.get $d))))
  (local.set $q (f32x4.sub (f32x4.mul (local.get $tangent) (local.get $b)) (local.get $d)))
  (local.set $a (f32x4.add (local.get $e) (local.get $p)))
  (local.set $b (f32x4.add (local.get $f) (local.get $q)))
  (local.set $c (f32x4.sub (local.get $f) (local.get $q)))
  (local.set $d (f32x4.sub (local.get $e) (local.get $p)))
  ;; Rows become columns.
  (local.set $e (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b)))
  (local.set $f (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b)))
  (local.set $p (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d)))
  (local.set $q (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d)))
  (local.set $a (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $e) (local.get $p)))
  (local.set $b (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $e) (local.get $p)))
  (local.set $c (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $f) (local.get $q)))
  (local.set $d (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $f) (local.get $q)))
  ;; Along the rows; each vector is one column of the result.
  (local.set $e (f32x4.add (local.get $a) (local.get $c)))
  (local.set $f (f32x4.sub (local.get $a) (local.get $c)))
  (local.set $p (f32x4.add (local.get $b) (f32x4.mul (local.get $tangent) (local.get $d))))
  (local.set $q (f32x4.sub (f32x4.mul (local.get $tangent) (local.get $b)) (local.get $d)))
  (local.set $a
    (i32x4.trunc_sat_f32x4_s
      (f32x4.add
        (f32x4.mul (f32x4.add (local.get $e) (local.get $p)) (local.get $scales))
        (v128.const f32x4 128.5 128.5 128.5 128.5))))
  (local.set $b
    (i32x4.trunc_sat_f32x4_s
      (f32x4.add
        (f32x4.mul (f32x4.add (local.get $f) (local.get $q)) (local.get $scales))
        (v128.const f32x4 128.5 128.5 128.5 128.5))))
  (local.set $c
    (i32x4.trunc_sat_f32x4_s
      (f32x4.add
        (f32x4.mul (f32x4.sub (local.get $f) (local.get $q)) (local.get $scales))
        (v128.const f32x4 128.5 128.5 128.5 128.5))))
  (local.set $d
    (i32x4.trunc_sat_f32x4_s
      (f32x4.add
        (f32x4.mul (f32x4.sub (local.get $e) (local.get $p)) (local.get $scales))
        (v128.const f32x4 128.5 128.5 128.5 128.5))))
  (local.set $a
    (i8x16.narrow_i16x8_u
      (i16x8.narrow_i32x4_s (local.get $a) (local.get $b))
      (i16x8.narrow_i32x4_s (local.get $c) (local.get $d))))
  (local.set $a (i8x16.shuffle 0 4 8 12 1 5 9 13 2 6 10 14 3 7 11 15 (local.get $a) (local.get $a)))
  (call $store (local.get $a) (local.get $to) (local.get $stride)))

;; Grey values of what the transform gives.
(func $level (param $value v128) (param $scale f32) (result v128)
  (i32x4.trunc_sat_f32x4_s
    (f32x4.add
      (f32x4.mul (local.get $value) (f32x4.splat (local.get $scale)))
      (v128.const f32x4 128.5 128.5 128.5 128.5))))

;; Four rows of four bytes.
(func $store (param $bytes v128) (param $to i32) (param $stride i32)
  (v128.store32_lane 0 (local.get $to) (local.get $bytes))
  (local.set $to (i32.add (local.get $to) (local.get $stride)))
  (v128.store32_lane 1 (local.get $to) (local.get $bytes))
  (local.set $to (i32.add (local.get $to) (local.get $stride)))
  (v128.store32_lane 2 (local.get $to) (local.get $bytes))
  (local.set $to (i32.add (local.get $to) (local.get $stride)))
  (v128.store32_lane 3 (local.get $to) (local.get $bytes)))

;; What $transform gives for a block with no coefficient but the first.
(func $flat (param $block i32) (param $weights i32) (param $scale f32) (param $to i32) (param $stride i32)
  (local $value v128)
  (local.set $value
    (call $level
      (f32x4.splat
        (f32.convert_i32_s
          (i32.mul (i32.load16_s (local.get $block)) (i32.load16_s (local.get $weights)))))
      (local.get $scale)))
  (local.set $value (i16x8.narrow_i32x4_s (local.get $value) (local.get $value)))
  (i32.store16 (local.get $block) (i32.const 0))
  (call $store
    (i8x16.narrow_i16x8_u (local.get $value) (local.get $value))
    (local.get $to)
    (local.get $stride)))
