;; A part of keypoint-kernels.wat: how a point is turned, and what lies around it.

;; First moments [x, y] of the disc of radius 15 around each of $count addresses in $list. $discs holds, for the rows
;; 0 … 15, 32 bytes that are 255 inside the disc, for the columns -15 … 16: $left and $right are the halves of a row.
;; Sums of a column fit 16 bits: 31 rows of 255.
(func (export "moments") (param $list i32) (param $count i32) (param $discs i32) (param $to i32)
  (local $above i32) (local $below i32) (local $disc i32) (local $end i32)
  (local $left v128) (local $right v128) (local $upLeft v128) (local $upRight v128) (local $downLeft v128) (local $downRight v128)
  (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $row v128) (local $one v128) (local $y v128)
  (local.set $one (i16x8.splat (i32.const 1)))
  (local.set $end (i32.add (local.get $discs) (i32.const 480)))
  (loop $points
    (local.set $above (i32.sub (i32.load (local.get $list)) (i32.const 15)))
    (local.set $below (local.get $above))
    (local.set $disc (local.get $discs))
    (local.set $left (v128.and (v128.load (local.get $above)) (v128.load (local.get $disc))))
    (local.set $right (v128.and (v128.load offset=16 (local.get $above)) (v128.load offset=16 (local.get $disc))))
    (local.set $a (i16x8.extend_low_i8x16_u (local.get $left)))
    (local.set $b (i16x8.extend_high_i8x16_u (local.get $left)))
    (local.set $c (i16x8.extend_low_i8x16_u (local.get $right)))
    (local.set $d (i16x8.extend_high_i8x16_u (local.get $right)))
    (local.set $y (v128.const i32x4 0 0 0 0))
    (local.set $row (local.get $one))
    (loop $rows
      (local.set $above (i32.sub (local.get $above) (i32.const 336)))
      (local.set $below (i32.add (local.get $below) (i32.const 336)))
      (local.set $disc (i32.add (local.get $disc) (i32.const 32)))
      (local.set $left (v128.load (local.get $disc)))
      (local.set $right (v128.load offset=16 (local.get $disc)))
      (local.set $upLeft (v128.and (v128.load (local.get $above)) (local.get $left)))
      (local.set $upRight (v128.and (v128.load offset=16 (local.get $above)) (local.get $right)))
      (local.set $downLeft (v128.and (v128.load (local.get $below)) (local.get $left)))
      (local.set $downRight (v128.and (v128.load offset=16 (local.get $below)) (local.get $right)))
      (local.set $a
        (i16x8.add
          (local.get $a)
          (i16x8.add
            (i16x8.extend_low_i8x16_u (local.get $upLeft))
            (i16x8.extend_low_i8x16_u (local.get $downLeft)))))
      (local.set $b
        (i16x8.add
          (local.get $b)
          (i16x8.add
            (i16x8.extend_high_i8x16_u (local.get $upLeft))
            (i16x8.extend_high_i8x16_u (local.get $downLeft)))))
      (local.set $c
        (i16x8.add
          (local.get $c)
          (i16x8.add
            (i16x8.extend_low_i8x16_u (local.get $upRight))
            (i16x8.extend_low_i8x16_u (local.get $downRight)))))
      (local.set $d
        (i16x8.add
          (local.get $d)
          (i16x8.add
            (i16x8.extend_high_i8x16_u (local.get $upRight))
            (i16x8.extend_high_i8x16_u (local.get $downRight)))))
      (local.set $y
        (i32x4.add
          (local.get $y)
          (i32x4.dot_i16x8_s
            (i16x8.sub
              (i16x8.add
                (i16x8.extadd_pairwise_i8x16_u (local.get $downLeft))
                (i16x8.extadd_pairwise_i8x16_u (local.get $downRight)))
              (i16x8.add
                (i16x8.extadd_pairwise_i8x16_u (local.get $upLeft))
                (i16x8.extadd_pairwise_i8x16_u (local.get $upRight))))
            (local.get $row))))
      (local.set $row (i16x8.add (local.get $row) (local.get $one)))
      (br_if $rows (i32.lt_u (local.get $disc) (local.get $end))))
    (i32.store
      (local.get $to)
      (call $sumOfLanes
        (i32x4.add
          (i32x4.add
            (i32x4.dot_i16x8_s (local.get $a) (v128.const i16x8 -15 -14 -13 -12 -11 -10 -9 -8))
            (i32x4.dot_i16x8_s (local.get $b) (v128.const i16x8 -7 -6 -5 -4 -3 -2 -1 0)))
          (i32x4.add
            (i32x4.dot_i16x8_s (local.get $c) (v128.const i16x8 1 2 3 4 5 6 7 8))
            (i32x4.dot_i16x8_s (local.get $d) (v128.const i16x8 9 10 11 12 13 14 15 16))))))
    (i32.store offset=4 (local.get $to) (call $sumOfLanes (local.get $y)))
    (local.set $to (i32.add (local.get $to) (i32.const 8)))
    (local.set $list (i32.add (local.get $list) (i32.const 4)))
    (br_if $points (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

;; 256 comparisons of pixels around each of $count addresses in $list, $beyond bytes after them, lowest bit first: bit n is set
;; when the first pixel of test n is darker than the second. $steps holds for each address where the pattern lies that is
;; turned for it: for sixteen tests at a time the offsets of their first, then of their second pixels, 16 bits each.
(func (export "describe") (param $list i32) (param $count i32) (param $beyond i32) (param $steps i32) (param $to i32)
  (local $at i32) (local $pattern i32) (local $end i32) (local $last i32) (local $first v128) (local $second v128)
  (local.set $last (i32.add (local.get $list) (i32.shl (local.get $count) (i32.const 2))))
  (loop $points
    (local.set $at (i32.add (i32.load (local.get $list)) (local.get $beyond)))
    (local.set $pattern (i32.load (local.get $steps)))
    (local.set $steps (i32.add (local.get $steps) (i32.const 4)))
    (local.set $end (i32.add (local.get $pattern) (i32.const 1024)))
    (loop $tests
      (local.set $first
        (v128.load8_splat (i32.add (local.get $at) (i32.load16_s (local.get $pattern)))))
      (local.set $first
        (v128.load8_lane 1 (i32.add (local.get $at) (i32.load16_s offset=2 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 2 (i32.add (local.get $at) (i32.load16_s offset=4 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 3 (i32.add (local.get $at) (i32.load16_s offset=6 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 4 (i32.add (local.get $at) (i32.load16_s offset=8 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 5 (i32.add (local.get $at) (i32.load16_s offset=10 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 6 (i32.add (local.get $at) (i32.load16_s offset=12 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 7 (i32.add (local.get $at) (i32.load16_s offset=14 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 8 (i32.add (local.get $at) (i32.load16_s offset=16 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 9 (i32.add (local.get $at) (i32.load16_s offset=18 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 10 (i32.add (local.get $at) (i32.load16_s offset=20 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 11 (i32.add (local.get $at) (i32.load16_s offset=22 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 12 (i32.add (local.get $at) (i32.load16_s offset=24 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 13 (i32.add (local.get $at) (i32.load16_s offset=26 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 14 (i32.add (local.get $at) (i32.load16_s offset=28 (local.get $pattern))) (local.get $first)))
      (local.set $first
        (v128.load8_lane 15 (i32.add (local.get $at) (i32.load16_s offset=30 (local.get $pattern))) (local.get $first)))
      (local.set $second
        (v128.load8_splat (i32.add (local.get $at) (i32.load16_s offset=32 (local.get $pattern)))))
      (local.set $second
        (v128.load8_lane 1 (i32.add (local.get $at) (i32.load16_s offset=34 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 2 (i32.add (local.get $at) (i32.load16_s offset=36 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 3 (i32.add (local.get $at) (i32.load16_s offset=38 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 4 (i32.add (local.get $at) (i32.load16_s offset=40 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 5 (i32.add (local.get $at) (i32.load16_s offset=42 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 6 (i32.add (local.get $at) (i32.load16_s offset=44 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 7 (i32.add (local.get $at) (i32.load16_s offset=46 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 8 (i32.add (local.get $at) (i32.load16_s offset=48 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 9 (i32.add (local.get $at) (i32.load16_s offset=50 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 10 (i32.add (local.get $at) (i32.load16_s offset=52 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 11 (i32.add (local.get $at) (i32.load16_s offset=54 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 12 (i32.add (local.get $at) (i32.load16_s offset=56 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 13 (i32.add (local.get $at) (i32.load16_s offset=58 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 14 (i32.add (local.get $at) (i32.load16_s offset=60 (local.get $pattern))) (local.get $second)))
      (local.set $second
        (v128.load8_lane 15 (i32.add (local.get $at) (i32.load16_s offset=62 (local.get $pattern))) (local.get $second)))
      (i32.store16
        (local.get $to)
        (i32.xor
          (i8x16.bitmask (i8x16.ge_u (local.get $first) (local.get $second)))
          (i32.const 0xffff)))
      (local.set $to (i32.add (local.get $to) (i32.const 2)))
      (br_if $tests
        (i32.lt_u (local.tee $pattern (i32.add (local.get $pattern) (i32.const 64))) (local.get $end))))
    (br_if $points
      (i32.lt_u (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $last)))))
