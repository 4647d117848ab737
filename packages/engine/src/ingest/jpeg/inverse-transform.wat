;; A part of block-decoder.wat: samples of any block, equal to libjpeg's to the bit.

;; Four columns of a block, at $at, times one axis of the cosine transform, in place, rounded and without $shift bits: the
;; accurate integer transform of libjpeg (jidctint.c) with its sums multiplied out.
(func $four8 (param $at i32) (param $round v128) (param $shift i32)
  (local $ends v128) (local $even v128) (local $odd v128) (local $last v128)
  (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $e v128)
  (local.set $ends
    (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
      (v128.load64_zero (local.get $at))
      (v128.load64_zero offset=64 (local.get $at))))
  (local.set $even
    (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
      (v128.load64_zero offset=32 (local.get $at))
      (v128.load64_zero offset=96 (local.get $at))))
  (local.set $odd
    (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
      (v128.load64_zero offset=16 (local.get $at))
      (v128.load64_zero offset=48 (local.get $at))))
  (local.set $last
    (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
      (v128.load64_zero offset=80 (local.get $at))
      (v128.load64_zero offset=112 (local.get $at))))
  (local.set $a (i32x4.add (i32x4.dot_i16x8_s (local.get $ends) (v128.const i16x8 8192 8192 8192 8192 8192 8192 8192 8192)) (local.get $round)))
  (local.set $b (i32x4.add (i32x4.dot_i16x8_s (local.get $ends) (v128.const i16x8 8192 -8192 8192 -8192 8192 -8192 8192 -8192)) (local.get $round)))
  (local.set $d (i32x4.dot_i16x8_s (local.get $even) (v128.const i16x8 10703 4433 10703 4433 10703 4433 10703 4433)))
  (local.set $c (i32x4.dot_i16x8_s (local.get $even) (v128.const i16x8 4433 -10704 4433 -10704 4433 -10704 4433 -10704)))
  (local.set $e (i32x4.sub (local.get $a) (local.get $d)))
  (local.set $a (i32x4.add (local.get $a) (local.get $d)))
  (local.set $d (local.get $e))
  (local.set $e (i32x4.sub (local.get $b) (local.get $c)))
  (local.set $b (i32x4.add (local.get $b) (local.get $c)))
  (local.set $c (local.get $e))
  (local.set $e
    (i32x4.add
      (i32x4.dot_i16x8_s (local.get $odd) (v128.const i16x8 11363 9633 11363 9633 11363 9633 11363 9633))
      (i32x4.dot_i16x8_s (local.get $last) (v128.const i16x8 6437 2260 6437 2260 6437 2260 6437 2260))))
  (call $twoRows
    (i32x4.shr_s (i32x4.add (local.get $a) (local.get $e)) (local.get $shift))
    (i32x4.shr_s (i32x4.sub (local.get $a) (local.get $e)) (local.get $shift))
    (i32.add (local.get $at) (i32.const 0))
    (i32.add (local.get $at) (i32.const 112)))
  (local.set $e
    (i32x4.add
      (i32x4.dot_i16x8_s (local.get $odd) (v128.const i16x8 9633 -2259 9633 -2259 9633 -2259 9633 -2259))
      (i32x4.dot_i16x8_s (local.get $last) (v128.const i16x8 -11362 -6436 -11362 -6436 -11362 -6436 -11362 -6436))))
  (call $twoRows
    (i32x4.shr_s (i32x4.add (local.get $b) (local.get $e)) (local.get $shift))
    (i32x4.shr_s (i32x4.sub (local.get $b) (local.get $e)) (local.get $shift))
    (i32.add (local.get $at) (i32.const 16))
    (i32.add (local.get $at) (i32.const 96)))
  (local.set $e
    (i32x4.add
      (i32x4.dot_i16x8_s (local.get $odd) (v128.const i16x8 6437 -11362 6437 -11362 6437 -11362 6437 -11362))
      (i32x4.dot_i16x8_s (local.get $last) (v128.const i16x8 2261 9633 2261 9633 2261 9633 2261 9633))))
  (call $twoRows
    (i32x4.shr_s (i32x4.add (local.get $c) (local.get $e)) (local.get $shift))
    (i32x4.shr_s (i32x4.sub (local.get $c) (local.get $e)) (local.get $shift))
    (i32.add (local.get $at) (i32.const 32))
    (i32.add (local.get $at) (i32.const 80)))
  (local.set $e
    (i32x4.add
      (i32x4.dot_i16x8_s (local.get $odd) (v128.const i16x8 2260 -6436 2260 -6436 2260 -6436 2260 -6436))
      (i32x4.dot_i16x8_s (local.get $last) (v128.const i16x8 9633 -11363 9633 -11363 9633 -11363 9633 -11363))))
  (call $twoRows
    (i32x4.shr_s (i32x4.add (local.get $d) (local.get $e)) (local.get $shift))
    (i32x4.shr_s (i32x4.sub (local.get $d) (local.get $e)) (local.get $shift))
    (i32.add (local.get $at) (i32.const 48))
    (i32.add (local.get $at) (i32.const 64))))

;; Two rows of four values, as 16-bit words.
(func $twoRows (param $first v128) (param $second v128) (param $to i32) (param $then i32)
  (local.set $first (i16x8.narrow_i32x4_s (local.get $first) (local.get $second)))
  (v128.store64_lane 0 (local.get $to) (local.get $first))
  (v128.store64_lane 1 (local.get $then) (local.get $first)))

;; The same to half as many rows, each the mean of two of $four8 (jidctred.c).
(func $four4 (param $at i32) (param $round v128) (param $shift i32)
  (local $even v128) (local $odd v128) (local $last v128) (local $mean v128) (local $sum v128) (local $e v128)
  (local.set $even
    (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
      (v128.load64_zero offset=32 (local.get $at))
      (v128.load64_zero offset=96 (local.get $at))))
  (local.set $odd
    (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
      (v128.load64_zero offset=16 (local.get $at))
      (v128.load64_zero offset=48 (local.get $at))))
  (local.set $last
    (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
      (v128.load64_zero offset=80 (local.get $at))
      (v128.load64_zero offset=112 (local.get $at))))
  (local.set $mean
    (i32x4.add
      (i32x4.shl (i32x4.extend_low_i16x8_s (v128.load64_zero (local.get $at))) (i32.const 14))
      (local.get $round)))
  (local.set $e (i32x4.dot_i16x8_s (local.get $even) (v128.const i16x8 15137 -6270 15137 -6270 15137 -6270 15137 -6270)))
  (local.set $sum (i32x4.add (local.get $mean) (local.get $e)))
  (local.set $mean (i32x4.sub (local.get $mean) (local.get $e)))
  (local.set $e
    (i32x4.add
      (i32x4.dot_i16x8_s (local.get $odd) (v128.const i16x8 20995 7373 20995 7373 20995 7373 20995 7373))
      (i32x4.dot_i16x8_s (local.get $last) (v128.const i16x8 -4926 -4176 -4926 -4176 -4926 -4176 -4926 -4176))))
  (call $twoRows
    (i32x4.shr_s (i32x4.add (local.get $sum) (local.get $e)) (local.get $shift))
    (i32x4.shr_s (i32x4.sub (local.get $sum) (local.get $e)) (local.get $shift))
    (i32.add (local.get $at) (i32.const 0))
    (i32.add (local.get $at) (i32.const 48)))
  (local.set $e
    (i32x4.add
      (i32x4.dot_i16x8_s (local.get $odd) (v128.const i16x8 8697 -17799 8697 -17799 8697 -17799 8697 -17799))
      (i32x4.dot_i16x8_s (local.get $last) (v128.const i16x8 11893 -1730 11893 -1730 11893 -1730 11893 -1730))))
  (call $twoRows
    (i32x4.shr_s (i32x4.add (local.get $mean) (local.get $e)) (local.get $shift))
    (i32x4.shr_s (i32x4.sub (local.get $mean) (local.get $e)) (local.get $shift))
    (i32.add (local.get $at) (i32.const 16))
    (i32.add (local.get $at) (i32.const 32))))

;; The same to a quarter as many rows.
(func $four2 (param $at i32) (param $round v128) (param $shift i32)
  (local $odd v128) (local $last v128) (local $mean v128) (local $e v128)
  (local.set $odd
    (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
      (v128.load64_zero offset=16 (local.get $at))
      (v128.load64_zero offset=48 (local.get $at))))
  (local.set $last
    (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23
      (v128.load64_zero offset=80 (local.get $at))
      (v128.load64_zero offset=112 (local.get $at))))
  (local.set $mean
    (i32x4.add
      (i32x4.shl (i32x4.extend_low_i16x8_s (v128.load64_zero (local.get $at))) (i32.const 15))
      (local.get $round)))
  (local.set $e
    (i32x4.add
      (i32x4.dot_i16x8_s (local.get $odd) (v128.const i16x8 29692 -10426 29692 -10426 29692 -10426 29692 -10426))
      (i32x4.dot_i16x8_s (local.get $last) (v128.const i16x8 6967 -5906 6967 -5906 6967 -5906 6967 -5906))))
  (call $twoRows
    (i32x4.shr_s (i32x4.add (local.get $mean) (local.get $e)) (local.get $shift))
    (i32x4.shr_s (i32x4.sub (local.get $mean) (local.get $e)) (local.get $shift))
    (i32.add (local.get $at) (i32.const 0))
    (i32.add (local.get $at) (i32.const 16))))

;; Four columns at $at along the first axis, or the second one, of a block of $side × $side samples.
(func $four (param $at i32) (param $side i32) (param $isSecond i32)
  (local $shift i32) (local $round v128)
  (local.set $shift
    (i32.add
      (i32.mul (local.get $isSecond) (i32.const 7))
      (i32.add
        (i32.const 11)
        (i32.add (i32.le_u (local.get $side) (i32.const 4)) (i32.le_u (local.get $side) (i32.const 2))))))
  (local.set $round (i32x4.splat (i32.shl (i32.const 1) (i32.sub (local.get $shift) (i32.const 1)))))
  (if (i32.eq (local.get $side) (i32.const 8))
    (then (call $four8 (local.get $at) (local.get $round) (local.get $shift)) (return)))
  (if (i32.eq (local.get $side) (i32.const 4))
    (then (call $four4 (local.get $at) (local.get $round) (local.get $shift)) (return)))
  (call $four2 (local.get $at) (local.get $round) (local.get $shift)))

;; Rows of a block become columns.
(func $turn (param $block i32)
  (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $e v128) (local $f v128) (local $g v128) (local $h v128) (local $p v128)
  (local.set $a (v128.load (local.get $block)))
  (local.set $b (v128.load offset=16 (local.get $block)))
  (local.set $c (v128.load offset=32 (local.get $block)))
  (local.set $d (v128.load offset=48 (local.get $block)))
  (local.set $e (v128.load offset=64 (local.get $block)))
  (local.set $f (v128.load offset=80 (local.get $block)))
  (local.set $g (v128.load offset=96 (local.get $block)))
  (local.set $h (v128.load offset=112 (local.get $block)))
  (local.set $p (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $a) (local.get $b)))
  (local.set $a (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $a) (local.get $b)))
  (local.set $b (local.get $p))
  (local.set $p (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $c) (local.get $d)))
  (local.set $c (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $c) (local.get $d)))
  (local.set $d (local.get $p))
  (local.set $p (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $e) (local.get $f)))
  (local.set $e (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $e) (local.get $f)))
  (local.set $f (local.get $p))
  (local.set $p (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $g) (local.get $h)))
  (local.set $g (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $g) (local.get $h)))
  (local.set $h (local.get $p))
  (local.set $p (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $c)))
  (local.set $a (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $c)))
  (local.set $c (local.get $p))
  (local.set $p (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $b) (local.get $d)))
  (local.set $b (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $b) (local.get $d)))
  (local.set $d (local.get $p))
  (local.set $p (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $e) (local.get $g)))
  (local.set $e (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $e) (local.get $g)))
  (local.set $g (local.get $p))
  (local.set $p (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $f) (local.get $h)))
  (local.set $f (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $f) (local.get $h)))
  (local.set $h (local.get $p))
  (local.set $p (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $a) (local.get $e)))
  (local.set $a (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $a) (local.get $e)))
  (local.set $e (local.get $p))
  (local.set $p (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $c) (local.get $g)))
  (local.set $c (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $c) (local.get $g)))
  (local.set $g (local.get $p))
  (local.set $p (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $b) (local.get $f)))
  (local.set $b (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $b) (local.get $f)))
  (local.set $f (local.get $p))
  (local.set $p (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $d) (local.get $h)))
  (local.set $d (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $d) (local.get $h)))
  (local.set $h (local.get $p))
  (v128.store (local.get $block) (local.get $a))
  (v128.store offset=16 (local.get $block) (local.get $e))
  (v128.store offset=32 (local.get $block) (local.get $c))
  (v128.store offset=48 (local.get $block) (local.get $g))
  (v128.store offset=64 (local.get $block) (local.get $b))
  (v128.store offset=80 (local.get $block) (local.get $f))
  (v128.store offset=96 (local.get $block) (local.get $d))
  (v128.store offset=112 (local.get $block) (local.get $h)))

;; A block's coefficients times their quantisers as $side × $side samples, rows $stride apart; equal to libjpeg's to the bit.
;; The block is zero afterwards.
(func $inverse (param $block i32) (param $weights i32) (param $side i32) (param $to i32) (param $stride i32)
  (local $row i32) (local $samples v128)
  (if (i32.eqz (i32.and (global.get $places) (i32.const 72)))
    (then
      (if (i32.eq (local.get $side) (i32.const 8))
        (then
          (call $small8 (local.get $block) (local.get $weights) (local.get $to) (local.get $stride))
          (return)))
      (if (i32.eq (local.get $side) (i32.const 4))
        (then
          (call $small4 (local.get $block) (local.get $weights) (local.get $to) (local.get $stride))
          (return)))))
  (loop $rows
    (v128.store
      (i32.add (local.get $block) (local.get $row))
      (i16x8.mul
        (v128.load (i32.add (local.get $block) (local.get $row)))
        (v128.load (i32.add (local.get $weights) (local.get $row)))))
    (br_if $rows (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 16))) (i32.const 128))))
  (call $four (local.get $block) (local.get $side) (i32.const 0))
  (if (i32.and (global.get $places) (i32.const 8))
    (then (call $four (i32.add (local.get $block) (i32.const 8)) (local.get $side) (i32.const 0))))
  (call $turn (local.get $block))
  (call $four (local.get $block) (local.get $side) (i32.const 1))
  (if (i32.eq (local.get $side) (i32.const 8))
    (then (call $four (i32.add (local.get $block) (i32.const 8)) (local.get $side) (i32.const 1))))
  (call $turn (local.get $block))
  (local.set $row (local.get $block))
  (loop $out
    (local.set $samples
      (i16x8.add (v128.load (local.get $row)) (v128.const i16x8 128 128 128 128 128 128 128 128)))
    (call $line
      (i8x16.narrow_i16x8_u (local.get $samples) (local.get $samples))
      (local.get $side)
      (local.get $to))
    (local.set $row (i32.add (local.get $row) (i32.const 16)))
    (local.set $to (i32.add (local.get $to) (local.get $stride)))
    (br_if $out
      (i32.lt_u (local.get $row) (i32.add (local.get $block) (i32.shl (local.get $side) (i32.const 4))))))
  (call $clear (local.get $block)))

;; $side samples of a row.
(func $line (param $samples v128) (param $side i32) (param $to i32)
  (if (i32.eq (local.get $side) (i32.const 8))
    (then (v128.store64_lane 0 (local.get $to) (local.get $samples)) (return)))
  (if (i32.eq (local.get $side) (i32.const 4))
    (then (v128.store32_lane 0 (local.get $to) (local.get $samples)) (return)))
  (if (i32.eq (local.get $side) (i32.const 2))
    (then (v128.store16_lane 0 (local.get $to) (local.get $samples)) (return)))
  (v128.store8_lane 0 (local.get $to) (local.get $samples)))

;; Forgets a block.
(func $clear (param $block i32)
  (local $zero v128)
  (v128.store (local.get $block) (local.get $zero))
  (v128.store offset=16 (local.get $block) (local.get $zero))
  (v128.store offset=32 (local.get $block) (local.get $zero))
  (v128.store offset=48 (local.get $block) (local.get $zero))
  (v128.store offset=64 (local.get $block) (local.get $zero))
  (v128.store offset=80 (local.get $block) (local.get $zero))
  (v128.store offset=96 (local.get $block) (local.get $zero))
  (v128.store offset=112 (local.get $block) (local.get $zero)))

;; What $inverse gives for a block with no coefficient but the first, which is $first.
(func $even (param $first i32) (param $weights i32) (param $side i32) (param $to i32) (param $stride i32)
  (local $samples v128) (local $left i32)
  (local.set $samples
    (i16x8.splat
      (i32.add
        (i32.shr_s
          (i32.add
            (i32.extend16_s (i32.mul (local.get $first) (i32.load16_u (local.get $weights))))
            (i32.const 4))
          (i32.const 3))
        (i32.const 128))))
  (local.set $samples (i8x16.narrow_i16x8_u (local.get $samples) (local.get $samples)))
  (local.set $left (local.get $side))
  (loop $out
    (call $line (local.get $samples) (local.get $side) (local.get $to))
    (local.set $to (i32.add (local.get $to) (local.get $stride)))
    (br_if $out (local.tee $left (i32.sub (local.get $left) (i32.const 1))))))
