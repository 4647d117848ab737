;; A part of plane-kernels.wat: shrinks planes, first down and then across. What is weighed lies in pairs of rows, of columns
;; then, as words: one of each in turn.

;; Twelve fraction bits rounded away.
(func $whole (param $sum v128) (result v128)
  (i32x4.shr_s
    (i32x4.add (local.get $sum) (v128.const i32x4 2048 2048 2048 2048))
    (i32.const 12)))

;; Two rows of $count bytes as words, one of each in turn: a pair of rows.
(func (export "pairRows") (param $upper i32) (param $lower i32) (param $to i32) (param $count i32)
  (local $end i32) (local $a v128) (local $b v128) (local $mixed v128)
  (local.set $end (i32.add (local.get $upper) (local.get $count)))
  (loop $across
    (local.set $a (v128.load (local.get $upper)))
    (local.set $b (v128.load (local.get $lower)))
    (local.set $mixed (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 (local.get $a) (local.get $b)))
    (v128.store (local.get $to) (i16x8.extend_low_i8x16_u (local.get $mixed)))
    (v128.store offset=16 (local.get $to) (i16x8.extend_high_i8x16_u (local.get $mixed)))
    (local.set $mixed (i8x16.shuffle 8 24 9 25 10 26 11 27 12 28 13 29 14 30 15 31 (local.get $a) (local.get $b)))
    (v128.store offset=32 (local.get $to) (i16x8.extend_low_i8x16_u (local.get $mixed)))
    (v128.store offset=48 (local.get $to) (i16x8.extend_high_i8x16_u (local.get $mixed)))
    (local.set $to (i32.add (local.get $to) (i32.const 64)))
    (local.set $lower (i32.add (local.get $lower) (i32.const 16)))
    (br_if $across
      (i32.lt_u (local.tee $upper (i32.add (local.get $upper) (i32.const 16))) (local.get $end)))))

;; Weighted sums of $pairs pairs of rows, $stride bytes apart, as $count bytes; weights are two words a pair, of twelve
;; fraction bits.
(func (export "shrinkPairs")
  (param $from i32) (param $stride i32) (param $weights i32) (param $pairs i32) (param $to i32) (param $count i32)
  (local $end i32) (local $row i32) (local $weightAt i32) (local $left i32) (local $weight v128)
  (local $a v128) (local $b v128) (local $c v128) (local $d v128)
  (local.set $end (i32.add (local.get $to) (local.get $count)))
  (loop $across
    (local.set $a (v128.const i32x4 0 0 0 0))
    (local.set $b (local.get $a))
    (local.set $c (local.get $a))
    (local.set $d (local.get $a))
    (local.set $row (local.get $from))
    (local.set $weightAt (local.get $weights))
    (local.set $left (local.get $pairs))
    (loop $down
      (local.set $weight (v128.load32_splat (local.get $weightAt)))
      (local.set $a
        (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $weight) (v128.load (local.get $row)))))
      (local.set $b
        (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $weight) (v128.load offset=16 (local.get $row)))))
      (local.set $c
        (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $weight) (v128.load offset=32 (local.get $row)))))
      (local.set $d
        (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $weight) (v128.load offset=48 (local.get $row)))))
      (local.set $row (i32.add (local.get $row) (local.get $stride)))
      (local.set $weightAt (i32.add (local.get $weightAt) (i32.const 4)))
      (br_if $down (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
    (v128.store
      (local.get $to)
      (i8x16.narrow_i16x8_u
        (i16x8.narrow_i32x4_s (call $whole (local.get $a)) (call $whole (local.get $b)))
        (i16x8.narrow_i32x4_s (call $whole (local.get $c)) (call $whole (local.get $d)))))
    (local.set $from (i32.add (local.get $from) (i32.const 64)))
    (br_if $across (i32.lt_u (local.tee $to (i32.add (local.get $to) (i32.const 16))) (local.get $end)))))

;; Eight columns of eight rows of bytes at $from as pairs of columns, $pairBytes apart.
(func $turnEight (param $from i32) (param $stride i32) (param $to i32) (param $pairBytes i32)
  (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $p v128) (local $q v128)
  (local.set $a
    (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23
      (v128.load64_zero (local.get $from))
      (v128.load64_zero (i32.add (local.get $from) (local.get $stride)))))
  (local.set $from (i32.add (local.get $from) (i32.shl (local.get $stride) (i32.const 1))))
  (local.set $b
    (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23
      (v128.load64_zero (local.get $from))
      (v128.load64_zero (i32.add (local.get $from) (local.get $stride)))))
  (local.set $from (i32.add (local.get $from) (i32.shl (local.get $stride) (i32.const 1))))
  (local.set $c
    (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23
      (v128.load64_zero (local.get $from))
      (v128.load64_zero (i32.add (local.get $from) (local.get $stride)))))
  (local.set $from (i32.add (local.get $from) (i32.shl (local.get $stride) (i32.const 1))))
  (local.set $d
    (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23
      (v128.load64_zero (local.get $from))
      (v128.load64_zero (i32.add (local.get $from) (local.get $stride)))))
  (local.set $from (i32.add (local.get $from) (i32.shl (local.get $stride) (i32.const 1))))
  (local.set $p (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $a) (local.get $b)))
  (local.set $q (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $a) (local.get $b)))
  (local.set $a (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $c) (local.get $d)))
  (local.set $b (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $c) (local.get $d)))
  (local.set $c (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $p) (local.get $a)))
  (local.set $d (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $p) (local.get $a)))
  (local.set $p (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $q) (local.get $b)))
  (local.set $q (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $q) (local.get $b)))
  (local.set $c (i8x16.shuffle 0 8 1 9 2 10 3 11 4 12 5 13 6 14 7 15 (local.get $c) (local.get $c)))
  (v128.store (local.get $to) (i16x8.extend_low_i8x16_u (local.get $c)))
  (v128.store offset=16 (local.get $to) (i16x8.extend_high_i8x16_u (local.get $c)))
  (local.set $to (i32.add (local.get $to) (local.get $pairBytes)))
  (local.set $d (i8x16.shuffle 0 8 1 9 2 10 3 11 4 12 5 13 6 14 7 15 (local.get $d) (local.get $d)))
  (v128.store (local.get $to) (i16x8.extend_low_i8x16_u (local.get $d)))
  (v128.store offset=16 (local.get $to) (i16x8.extend_high_i8x16_u (local.get $d)))
  (local.set $to (i32.add (local.get $to) (local.get $pairBytes)))
  (local.set $p (i8x16.shuffle 0 8 1 9 2 10 3 11 4 12 5 13 6 14 7 15 (local.get $p) (local.get $p)))
  (v128.store (local.get $to) (i16x8.extend_low_i8x16_u (local.get $p)))
  (v128.store offset=16 (local.get $to) (i16x8.extend_high_i8x16_u (local.get $p)))
  (local.set $to (i32.add (local.get $to) (local.get $pairBytes)))
  (local.set $q (i8x16.shuffle 0 8 1 9 2 10 3 11 4 12 5 13 6 14 7 15 (local.get $q) (local.get $q)))
  (v128.store (local.get $to) (i16x8.extend_low_i8x16_u (local.get $q)))
  (v128.store offset=16 (local.get $to) (i16x8.extend_high_i8x16_u (local.get $q))))

;; Rows of bytes, $stride apart, as pairs of columns, $pairBytes apart: eight rows and eight columns at a time.
(func (export "turnToPairs")
  (param $from i32) (param $stride i32) (param $columns i32) (param $rows i32) (param $to i32) (param $pairBytes i32)
  (local $column i32) (local $row i32)
  (loop $down
    (local.set $column (i32.const 0))
    (loop $across
      (call $turnEight
        (i32.add (local.get $from) (local.get $column))
        (local.get $stride)
        (i32.add
          (i32.add (local.get $to) (i32.shl (local.get $row) (i32.const 2)))
          (i32.mul (i32.shr_u (local.get $column) (i32.const 1)) (local.get $pairBytes)))
        (local.get $pairBytes))
      (br_if $across
        (i32.lt_u (local.tee $column (i32.add (local.get $column) (i32.const 8))) (local.get $columns))))
    (local.set $from (i32.add (local.get $from) (i32.shl (local.get $stride) (i32.const 3))))
    (br_if $down (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 8))) (local.get $rows)))))

;; Eight columns of eight bytes, $stride apart, as two of eight rows each: 16 bytes a pair of rows, at $to.
(func $turnBack (param $from i32) (param $stride i32) (param $to i32)
  (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $p v128) (local $q v128)
  (local.set $a
    (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23
      (v128.load64_zero (local.get $from))
      (v128.load64_zero (i32.add (local.get $from) (local.get $stride)))))
  (local.set $from (i32.add (local.get $from) (i32.shl (local.get $stride) (i32.const 1))))
  (local.set $b
    (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23
      (v128.load64_zero (local.get $from))
      (v128.load64_zero (i32.add (local.get $from) (local.get $stride)))))
  (local.set $from (i32.add (local.get $from) (i32.shl (local.get $stride) (i32.const 1))))
  (local.set $c
    (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23
      (v128.load64_zero (local.get $from))
      (v128.load64_zero (i32.add (local.get $from) (local.get $stride)))))
  (local.set $from (i32.add (local.get $from) (i32.shl (local.get $stride) (i32.const 1))))
  (local.set $d
    (i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23
      (v128.load64_zero (local.get $from))
      (v128.load64_zero (i32.add (local.get $from) (local.get $stride)))))
  (local.set $from (i32.add (local.get $from) (i32.shl (local.get $stride) (i32.const 1))))
  (local.set $p (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $a) (local.get $b)))
  (local.set $q (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $a) (local.get $b)))
  (local.set $a (i8x16.shuffle 0 1 16 17 2 3 18 19 4 5 20 21 6 7 22 23 (local.get $c) (local.get $d)))
  (local.set $b (i8x16.shuffle 8 9 24 25 10 11 26 27 12 13 28 29 14 15 30 31 (local.get $c) (local.get $d)))
  (local.set $c (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $p) (local.get $a)))
  (local.set $d (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $p) (local.get $a)))
  (local.set $p (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $q) (local.get $b)))
  (local.set $q (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $q) (local.get $b)))
  (v128.store (local.get $to) (local.get $c))
  (v128.store offset=16 (local.get $to) (local.get $d))
  (v128.store offset=32 (local.get $to) (local.get $p))
  (v128.store offset=48 (local.get $to) (local.get $q)))

;; Columns of three planes, $stride apart, as rows of interleaved pixels. The last of eight columns come first, as they write
;; beyond the ends of rows. $turned is 192 bytes long.
(func (export "turnToPixels")
  (param $red i32) (param $green i32) (param $blue i32) (param $stride i32) (param $columns i32) (param $rows i32)
  (param $to i32) (param $turned i32)
  (local $column i32) (local $row i32) (local $at i32) (local $out i32) (local $line i32) (local $r v128) (local $b v128)
  (local.set $column (i32.and (i32.sub (local.get $columns) (i32.const 1)) (i32.const -8)))
  (loop $across
    (local.set $row (i32.const 0))
    (loop $down
      (local.set $at (i32.add (i32.mul (local.get $column) (local.get $stride)) (local.get $row)))
      (call $turnBack (i32.add (local.get $red) (local.get $at)) (local.get $stride) (local.get $turned))
      (call $turnBack
        (i32.add (local.get $green) (local.get $at))
        (local.get $stride)
        (i32.add (local.get $turned) (i32.const 64)))
      (call $turnBack
        (i32.add (local.get $blue) (local.get $at))
        (local.get $stride)
        (i32.add (local.get $turned) (i32.const 128)))
      (local.set $out
        (i32.add
          (local.get $to)
          (i32.mul
            (i32.add (i32.mul (local.get $row) (local.get $columns)) (local.get $column))
            (i32.const 3))))
      (local.set $line (local.get $turned))
      (loop $lines
        (local.set $r
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23
            (v128.load64_zero (local.get $line))
            (v128.load64_zero offset=64 (local.get $line))))
        (local.set $b (v128.load64_zero offset=128 (local.get $line)))
        (v128.store
          (local.get $out)
          (i8x16.shuffle 0 8 16 1 9 17 2 10 18 3 11 19 4 12 20 5 (local.get $r) (local.get $b)))
        (v128.store64_lane offset=16 0
          (local.get $out)
          (i8x16.shuffle 13 21 6 14 22 7 15 23 13 21 6 14 22 7 15 23 (local.get $r) (local.get $b)))
        (local.set $out (i32.add (local.get $out) (i32.mul (local.get $columns) (i32.const 3))))
        (br_if $lines
          (i32.lt_u
            (local.tee $line (i32.add (local.get $line) (i32.const 8)))
            (i32.add (local.get $turned) (i32.const 64)))))
      (br_if $down (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 8))) (local.get $rows))))
    (br_if $across (i32.ge_s (local.tee $column (i32.sub (local.get $column) (i32.const 8))) (i32.const 0)))))
