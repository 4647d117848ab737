;; Planes for laying one picture over another: shrinking, smoothing, sampling, gradients, and sums over cells of 16 × 16
;; gradients. All planes hold 16-bit words: grey in 1/32, gradients in 1/8 of a level, masks all ones or zero. Rows are
;; $stride bytes apart. Loops work in whole vectors: up to 15 bytes beyond a row are read and written.
(module
  (memory (export "memory") 1)

  ;; The sums of four vectors' lanes as one vector.
  (func $totals (param $a v128) (param $b v128) (param $c v128) (param $d v128) (result v128)
    (local $ab v128) (local $cd v128)
    (local.set $ab
      (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $a) (local.get $b))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $a) (local.get $b))))
    (local.set $cd
      (i32x4.add
        (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $c) (local.get $d))
        (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $c) (local.get $d))))
    (i32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $ab) (local.get $cd))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $ab) (local.get $cd))))

  ;; Weighted sum of $taps rows of bytes, $rowBytes apart, as one row of $count floats.
  (func $blendRows
    (param $from i32) (param $rowBytes i32) (param $taps i32) (param $weights i32) (param $to i32) (param $count i32)
    (local $end i32) (local $row i32) (local $left i32) (local $weightAt i32)
    (local $weight v128) (local $words v128) (local $a v128) (local $b v128)
    (local.set $end (i32.add (local.get $from) (local.get $count)))
    (loop $across
      (local.set $a (v128.const i32x4 0 0 0 0))
      (local.set $b (local.get $a))
      (local.set $row (local.get $from))
      (local.set $left (local.get $taps))
      (local.set $weightAt (local.get $weights))
      (loop $down
        (local.set $weight (v128.load32_splat (local.get $weightAt)))
        (local.set $words (v128.load8x8_u (local.get $row)))
        (local.set $a
          (f32x4.add
            (local.get $a)
            (f32x4.mul (local.get $weight) (f32x4.convert_i32x4_u (i32x4.extend_low_i16x8_u (local.get $words))))))
        (local.set $b
          (f32x4.add
            (local.get $b)
            (f32x4.mul (local.get $weight) (f32x4.convert_i32x4_u (i32x4.extend_high_i16x8_u (local.get $words))))))
        (local.set $row (i32.add (local.get $row) (local.get $rowBytes)))
        (local.set $weightAt (i32.add (local.get $weightAt) (i32.const 4)))
        (br_if $down (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (v128.store (local.get $to) (local.get $a))
      (v128.store offset=16 (local.get $to) (local.get $b))
      (local.set $to (i32.add (local.get $to) (i32.const 32)))
      (br_if $across
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 8))) (local.get $end)))))

  ;; Weighted sums along a row of floats, as words times 32, four at a time. A record of $windows is for four of them: [byte
  ;; offsets of the first floats, $taps times one weight each]. Up to three words beyond $count are written.
  (func $shrinkRow
    (param $row i32) (param $windows i32) (param $taps i32) (param $count i32) (param $to i32)
    (local $at v128) (local $values v128) (local $sum v128) (local $left i32)
    (loop $across
      (local.set $at (i32x4.add (i32x4.splat (local.get $row)) (v128.load (local.get $windows))))
      (local.set $windows (i32.add (local.get $windows) (i32.const 16)))
      (local.set $left (local.get $taps))
      (local.set $sum (v128.const f32x4 0.5 0.5 0.5 0.5))
      (loop $down
        (local.set $values (v128.load32_zero (i32x4.extract_lane 0 (local.get $at))))
        (local.set $values (v128.load32_lane 1 (i32x4.extract_lane 1 (local.get $at)) (local.get $values)))
        (local.set $values (v128.load32_lane 2 (i32x4.extract_lane 2 (local.get $at)) (local.get $values)))
        (local.set $values (v128.load32_lane 3 (i32x4.extract_lane 3 (local.get $at)) (local.get $values)))
        (local.set $sum
          (f32x4.add (local.get $sum) (f32x4.mul (v128.load (local.get $windows)) (local.get $values))))
        (local.set $at (i32x4.add (local.get $at) (v128.const i32x4 4 4 4 4)))
        (local.set $windows (i32.add (local.get $windows) (i32.const 16)))
        (br_if $down (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (local.set $sum (i32x4.trunc_sat_f32x4_s (local.get $sum)))
      (v128.store64_lane 0 (local.get $to) (i16x8.narrow_i32x4_s (local.get $sum) (local.get $sum)))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (br_if $across
        (i32.gt_s (local.tee $count (i32.sub (local.get $count) (i32.const 4))) (i32.const 0)))))

  ;; (above + 2 middle + below + 2) / 4 of three rows of $count words.
  (func $smoothDown
    (param $above i32) (param $middle i32) (param $below i32) (param $to i32) (param $count i32)
    (local $at i32) (local $bytes i32) (local $two v128)
    (local.set $two (v128.const i16x8 2 2 2 2 2 2 2 2))
    (local.set $bytes (i32.shl (local.get $count) (i32.const 1)))
    (loop $across
      (v128.store
        (i32.add (local.get $to) (local.get $at))
        (i16x8.shr_s
          (i16x8.add
            (i16x8.add
              (v128.load (i32.add (local.get $above) (local.get $at)))
              (v128.load (i32.add (local.get $below) (local.get $at))))
            (i16x8.add
              (i16x8.shl (v128.load (i32.add (local.get $middle) (local.get $at))) (i32.const 1))
              (local.get $two)))
          (i32.const 2)))
      (br_if $across
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes)))))

  ;; The same of rows of bytes, as words of 1/32.
  (func $smoothBytesDown
    (param $above i32) (param $middle i32) (param $below i32) (param $to i32) (param $count i32)
    (local $at i32)
    (loop $across
      (v128.store
        (i32.add (local.get $to) (i32.shl (local.get $at) (i32.const 1)))
        (i16x8.shl
          (i16x8.add
            (i16x8.add
              (v128.load8x8_u (i32.add (local.get $above) (local.get $at)))
              (v128.load8x8_u (i32.add (local.get $below) (local.get $at))))
            (i16x8.shl (v128.load8x8_u (i32.add (local.get $middle) (local.get $at))) (i32.const 1)))
          (i32.const 3)))
      (br_if $across
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $count)))))

  ;; (left + 2 middle + right + 2) / 4 along a row of words; its ends repeat. The word before the row and the one after it are overwritten.
  (func $smoothAcross (param $row i32) (param $to i32) (param $count i32)
    (local $at i32) (local $bytes i32) (local $two v128)
    (local.set $two (v128.const i16x8 2 2 2 2 2 2 2 2))
    (local.set $bytes (i32.shl (local.get $count) (i32.const 1)))
    (i32.store16 (i32.sub (local.get $row) (i32.const 2)) (i32.load16_s (local.get $row)))
    (i32.store16
      (i32.add (local.get $row) (local.get $bytes))
      (i32.load16_s (i32.sub (i32.add (local.get $row) (local.get $bytes)) (i32.const 2))))
    (loop $across
      (v128.store
        (i32.add (local.get $to) (local.get $at))
        (i16x8.shr_s
          (i16x8.add
            (i16x8.add
              (v128.load (i32.sub (i32.add (local.get $row) (local.get $at)) (i32.const 2)))
              (v128.load offset=2 (i32.add (local.get $row) (local.get $at))))
            (i16x8.add
              (i16x8.shl (v128.load (i32.add (local.get $row) (local.get $at))) (i32.const 1))
              (local.get $two)))
          (i32.const 2)))
      (br_if $across
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes)))))

  ;; Central differences of a row in 1/8: right less left to $x, below less above to $y. The words around the row are
  ;; overwritten: its ends repeat.
  (func $gradientRow
    (param $above i32) (param $row i32) (param $below i32) (param $x i32) (param $y i32) (param $count i32)
    (local $at i32) (local $bytes i32) (local $two v128)
    (local.set $two (v128.const i16x8 2 2 2 2 2 2 2 2))
    (local.set $bytes (i32.shl (local.get $count) (i32.const 1)))
    (i32.store16 (i32.sub (local.get $row) (i32.const 2)) (i32.load16_s (local.get $row)))
    (i32.store16
      (i32.add (local.get $row) (local.get $bytes))
      (i32.load16_s (i32.sub (i32.add (local.get $row) (local.get $bytes)) (i32.const 2))))
    (loop $across
      (v128.store
        (i32.add (local.get $x) (local.get $at))
        (i16x8.shr_s
          (i16x8.add
            (local.get $two)
            (i16x8.sub
              (v128.load offset=2 (i32.add (local.get $row) (local.get $at)))
              (v128.load (i32.sub (i32.add (local.get $row) (local.get $at)) (i32.const 2)))))
          (i32.const 2)))
      (v128.store
        (i32.add (local.get $y) (local.get $at))
        (i16x8.shr_s
          (i16x8.add
            (local.get $two)
            (i16x8.sub
              (v128.load (i32.add (local.get $below) (local.get $at)))
              (v128.load (i32.add (local.get $above) (local.get $at)))))
          (i32.const 2)))
      (br_if $across
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes)))))

  ;; Keeps of a row's gradients what all neighbours in $mask are known for; $known becomes their mask. The words around
  ;; the row of the mask are overwritten: its ends repeat.
  (func $maskRow
    (param $above i32) (param $row i32) (param $below i32) (param $x i32) (param $y i32) (param $known i32)
    (param $count i32)
    (local $at i32) (local $bytes i32) (local $mask v128)
    (local.set $bytes (i32.shl (local.get $count) (i32.const 1)))
    (i32.store16 (i32.sub (local.get $row) (i32.const 2)) (i32.load16_s (local.get $row)))
    (i32.store16
      (i32.add (local.get $row) (local.get $bytes))
      (i32.load16_s (i32.sub (i32.add (local.get $row) (local.get $bytes)) (i32.const 2))))
    (loop $across
      (local.set $mask
        (v128.and
          (v128.and
            (v128.and
              (v128.load (i32.sub (i32.add (local.get $row) (local.get $at)) (i32.const 2)))
              (v128.load offset=2 (i32.add (local.get $row) (local.get $at))))
            (v128.load (i32.add (local.get $row) (local.get $at))))
          (v128.and
            (v128.load (i32.add (local.get $above) (local.get $at)))
            (v128.load (i32.add (local.get $below) (local.get $at))))))
      (v128.store (i32.add (local.get $known) (local.get $at)) (local.get $mask))
      (v128.store
        (i32.add (local.get $x) (local.get $at))
        (v128.and (local.get $mask) (v128.load (i32.add (local.get $x) (local.get $at)))))
      (v128.store
        (i32.add (local.get $y) (local.get $at))
        (v128.and (local.get $mask) (v128.load (i32.add (local.get $y) (local.get $at)))))
      (br_if $across
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes))))))
