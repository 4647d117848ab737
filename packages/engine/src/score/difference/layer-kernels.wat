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

  ;; Bytes as words, times 32.
  (func (export "widen") (param $from i32) (param $to i32) (param $count i32)
    (local $end i32) (local $bytes v128)
    (local.set $end (i32.add (local.get $from) (local.get $count)))
    (loop $across
      (local.set $bytes (v128.load (local.get $from)))
      (v128.store (local.get $to) (i16x8.shl (i16x8.extend_low_i8x16_u (local.get $bytes)) (i32.const 5)))
      (v128.store offset=16 (local.get $to) (i16x8.shl (i16x8.extend_high_i8x16_u (local.get $bytes)) (i32.const 5)))
      (local.set $to (i32.add (local.get $to) (i32.const 32)))
      (br_if $across
        (i32.lt_u (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end)))))

  ;; Weighted sum of $taps rows of bytes, $rowBytes apart, as one row of $count floats.
  (func (export "blendRows")
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
  (func (export "shrinkRow")
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
  (func (export "smoothDown")
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

  ;; The same along one row; its ends repeat. The word before the row and the one after it are overwritten.
  (func (export "smoothAcross") (param $row i32) (param $to i32) (param $count i32)
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
  (func (export "gradientRow")
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
  (func (export "maskRow")
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
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $bytes)))))

  ;; A position or step in 1/2²⁰ of a pixel.
  (func $fixed (param $value f32) (result i32)
    (i32.trunc_sat_f32_s (f32.nearest (f32.mul (local.get $value) (f32.const 1048576)))))

  ;; Whether all of $count positions from $start on, three more and a hundredth of a pixel lie between the centres of the
  ;; outer pixels of $length, at most 2000.
  (func $isInside (param $start f32) (param $step f32) (param $count i32) (param $length i32) (result i32)
    (local $last f32) (local $end f32)
    (local.set $end
      (f32.add
        (local.get $start)
        (f32.mul (local.get $step) (f32.convert_i32_s (i32.add (local.get $count) (i32.const 3))))))
    (local.set $last (f32.sub (f32.convert_i32_s (local.get $length)) (f32.const 1.01)))
    (i32.and
      (i32.and
        (f32.ge (f32.min (local.get $start) (local.get $end)) (f32.const 0.01))
        (f32.lt (f32.max (local.get $start) (local.get $end)) (local.get $last)))
      (i32.le_s (local.get $length) (i32.const 2000))))

  ;; What sampleRow does where all samples lie on the plane; positions and steps are in 1/2²⁰ of a pixel.
  (func $sampleInside
    (param $plane i32) (param $stride i32) (param $u i32) (param $v i32) (param $du i32) (param $dv i32)
    (param $count i32) (param $to i32) (param $mask i32)
    (local $us v128) (local $vs v128) (local $uStep v128) (local $vStep v128) (local $strides v128)
    (local $across v128) (local $at v128) (local $upper v128) (local $lower v128) (local $weights v128)
    (local.set $us
      (i32x4.add
        (i32x4.splat (i32.add (local.get $u) (i32.const 2048)))
        (i32x4.mul (i32x4.splat (local.get $du)) (v128.const i32x4 0 1 2 3))))
    (local.set $vs
      (i32x4.add
        (i32x4.splat (i32.add (local.get $v) (i32.const 2048)))
        (i32x4.mul (i32x4.splat (local.get $dv)) (v128.const i32x4 0 1 2 3))))
    (local.set $uStep (i32x4.splat (i32.shl (local.get $du) (i32.const 2))))
    (local.set $vStep (i32x4.splat (i32.shl (local.get $dv) (i32.const 2))))
    (local.set $strides (i32x4.splat (local.get $stride)))
    (loop $quads
      (local.set $at
        (i32x4.add
          (i32x4.splat (local.get $plane))
          (i32x4.add
            (i32x4.mul (i32x4.shr_s (local.get $vs) (i32.const 20)) (local.get $strides))
            (i32x4.shl (i32x4.shr_s (local.get $us) (i32.const 20)) (i32.const 1)))))
      (local.set $across
        (v128.and (i32x4.shr_s (local.get $us) (i32.const 12)) (v128.const i32x4 255 255 255 255)))
      (local.set $weights
        (v128.or
          (i32x4.sub (v128.const i32x4 256 256 256 256) (local.get $across))
          (i32x4.shl (local.get $across) (i32.const 16))))
      (local.set $upper (v128.load32_lane 0 (i32x4.extract_lane 0 (local.get $at)) (local.get $upper)))
      (local.set $upper (v128.load32_lane 1 (i32x4.extract_lane 1 (local.get $at)) (local.get $upper)))
      (local.set $upper (v128.load32_lane 2 (i32x4.extract_lane 2 (local.get $at)) (local.get $upper)))
      (local.set $upper (v128.load32_lane 3 (i32x4.extract_lane 3 (local.get $at)) (local.get $upper)))
      (local.set $at (i32x4.add (local.get $at) (local.get $strides)))
      (local.set $lower (v128.load32_lane 0 (i32x4.extract_lane 0 (local.get $at)) (local.get $lower)))
      (local.set $lower (v128.load32_lane 1 (i32x4.extract_lane 1 (local.get $at)) (local.get $lower)))
      (local.set $lower (v128.load32_lane 2 (i32x4.extract_lane 2 (local.get $at)) (local.get $lower)))
      (local.set $lower (v128.load32_lane 3 (i32x4.extract_lane 3 (local.get $at)) (local.get $lower)))
      (local.set $upper (i32x4.dot_i16x8_s (local.get $upper) (local.get $weights)))
      (local.set $lower (i32x4.dot_i16x8_s (local.get $lower) (local.get $weights)))
      (local.set $upper
        (i32x4.add
          (i32x4.shl (local.get $upper) (i32.const 8))
          (i32x4.mul
            (i32x4.sub (local.get $lower) (local.get $upper))
            (v128.and (i32x4.shr_s (local.get $vs) (i32.const 12)) (v128.const i32x4 255 255 255 255)))))
      (local.set $upper
        (i32x4.shr_s
          (i32x4.add (local.get $upper) (v128.const i32x4 32768 32768 32768 32768))
          (i32.const 16)))
      (v128.store64_lane 0 (local.get $to) (i16x8.narrow_i32x4_s (local.get $upper) (local.get $upper)))
      (v128.store64_lane 0 (local.get $mask) (v128.const i32x4 -1 -1 -1 -1))
      (local.set $us (i32x4.add (local.get $us) (local.get $uStep)))
      (local.set $vs (i32x4.add (local.get $vs) (local.get $vStep)))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $mask (i32.add (local.get $mask) (i32.const 8)))
      (br_if $quads (i32.gt_s (local.tee $count (i32.sub (local.get $count) (i32.const 4))) (i32.const 0)))))

  ;; Bilinear samples of a plane of $width × $height words (each at least 2) at ($u + i·$du, $v + i·$dv), i from 0: a pixel's
  ;; centre has whole coordinates. $mask tells which lie on the plane, half a pixel around the outer centres included.
  (func (export "sampleRow")
    (param $plane i32) (param $stride i32) (param $width i32) (param $height i32)
    (param $u f32) (param $v f32) (param $du f32) (param $dv f32)
    (param $count i32) (param $to i32) (param $mask i32)
    (local $index v128) (local $us v128) (local $vs v128) (local $inside v128)
    (local $column v128) (local $row v128) (local $across v128) (local $down v128) (local $at v128)
    (local $weights v128) (local $upper v128) (local $lower v128)
    (local $zero v128) (local $one v128) (local $lastColumn v128) (local $lastRow v128)
    (local $right v128) (local $bottom v128) (local $low v128) (local $strides v128)
    (if (call $isInside (local.get $u) (local.get $du) (local.get $count) (local.get $width))
      (then
        (if (call $isInside (local.get $v) (local.get $dv) (local.get $count) (local.get $height))
          (then
            (call $sampleInside
              (local.get $plane) (local.get $stride)
              (call $fixed (local.get $u)) (call $fixed (local.get $v))
              (call $fixed (local.get $du)) (call $fixed (local.get $dv))
              (local.get $count) (local.get $to) (local.get $mask))
            (return)))))
    (local.set $zero (v128.const f32x4 0 0 0 0))
    (local.set $one (v128.const f32x4 1 1 1 1))
    (local.set $low (v128.const f32x4 -0.5 -0.5 -0.5 -0.5))
    (local.set $index (v128.const f32x4 0 1 2 3))
    (local.set $lastColumn (f32x4.splat (f32.convert_i32_s (i32.sub (local.get $width) (i32.const 2)))))
    (local.set $lastRow (f32x4.splat (f32.convert_i32_s (i32.sub (local.get $height) (i32.const 2)))))
    (local.set $right (f32x4.splat (f32.sub (f32.convert_i32_s (local.get $width)) (f32.const 0.5))))
    (local.set $bottom (f32x4.splat (f32.sub (f32.convert_i32_s (local.get $height)) (f32.const 0.5))))
    (local.set $strides (i32x4.splat (local.get $stride)))
    (loop $quads
      (local.set $us (f32x4.add (f32x4.splat (local.get $u)) (f32x4.mul (f32x4.splat (local.get $du)) (local.get $index))))
      (local.set $vs (f32x4.add (f32x4.splat (local.get $v)) (f32x4.mul (f32x4.splat (local.get $dv)) (local.get $index))))
      (local.set $inside
        (v128.and
          (v128.and (f32x4.ge (local.get $us) (local.get $low)) (f32x4.le (local.get $us) (local.get $right)))
          (v128.and (f32x4.ge (local.get $vs) (local.get $low)) (f32x4.le (local.get $vs) (local.get $bottom)))))
      (local.set $column
        (f32x4.max (local.get $zero) (f32x4.min (local.get $lastColumn) (f32x4.floor (local.get $us)))))
      (local.set $row
        (f32x4.max (local.get $zero) (f32x4.min (local.get $lastRow) (f32x4.floor (local.get $vs)))))
      (local.set $across
        (f32x4.max (local.get $zero) (f32x4.min (local.get $one) (f32x4.sub (local.get $us) (local.get $column)))))
      (local.set $down
        (f32x4.max (local.get $zero) (f32x4.min (local.get $one) (f32x4.sub (local.get $vs) (local.get $row)))))
      (local.set $across
        (i32x4.trunc_sat_f32x4_s
          (f32x4.add (f32x4.mul (local.get $across) (v128.const f32x4 256 256 256 256)) (v128.const f32x4 0.5 0.5 0.5 0.5))))
      (local.set $down
        (i32x4.trunc_sat_f32x4_s
          (f32x4.add (f32x4.mul (local.get $down) (v128.const f32x4 256 256 256 256)) (v128.const f32x4 0.5 0.5 0.5 0.5))))
      (local.set $at
        (i32x4.add
          (i32x4.mul (i32x4.trunc_sat_f32x4_s (local.get $row)) (local.get $strides))
          (i32x4.shl (i32x4.trunc_sat_f32x4_s (local.get $column)) (i32.const 1))))
      (local.set $at (i32x4.add (local.get $at) (i32x4.splat (local.get $plane))))
      (local.set $upper (v128.load32_lane 0 (i32x4.extract_lane 0 (local.get $at)) (local.get $zero)))
      (local.set $upper (v128.load32_lane 1 (i32x4.extract_lane 1 (local.get $at)) (local.get $upper)))
      (local.set $upper (v128.load32_lane 2 (i32x4.extract_lane 2 (local.get $at)) (local.get $upper)))
      (local.set $upper (v128.load32_lane 3 (i32x4.extract_lane 3 (local.get $at)) (local.get $upper)))
      (local.set $at (i32x4.add (local.get $at) (local.get $strides)))
      (local.set $lower (v128.load32_lane 0 (i32x4.extract_lane 0 (local.get $at)) (local.get $zero)))
      (local.set $lower (v128.load32_lane 1 (i32x4.extract_lane 1 (local.get $at)) (local.get $lower)))
      (local.set $lower (v128.load32_lane 2 (i32x4.extract_lane 2 (local.get $at)) (local.get $lower)))
      (local.set $lower (v128.load32_lane 3 (i32x4.extract_lane 3 (local.get $at)) (local.get $lower)))
      (local.set $weights
        (v128.or
          (i32x4.sub (v128.const i32x4 256 256 256 256) (local.get $across))
          (i32x4.shl (local.get $across) (i32.const 16))))
      (local.set $upper (i32x4.dot_i16x8_s (local.get $upper) (local.get $weights)))
      (local.set $lower (i32x4.dot_i16x8_s (local.get $lower) (local.get $weights)))
      (local.set $upper
        (i32x4.add
          (i32x4.shl (local.get $upper) (i32.const 8))
          (i32x4.mul (i32x4.sub (local.get $lower) (local.get $upper)) (local.get $down))))
      (local.set $upper
        (i32x4.shr_s
          (i32x4.add (local.get $upper) (v128.const i32x4 32768 32768 32768 32768))
          (i32.const 16)))
      (local.set $upper (v128.and (local.get $upper) (local.get $inside)))
      (v128.store64_lane 0 (local.get $to) (i16x8.narrow_i32x4_s (local.get $upper) (local.get $upper)))
      (v128.store64_lane 0 (local.get $mask) (i16x8.narrow_i32x4_s (local.get $inside) (local.get $inside)))
      (local.set $index (f32x4.add (local.get $index) (v128.const f32x4 4 4 4 4)))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $mask (i32.add (local.get $mask) (i32.const 8)))
      (br_if $quads (i32.gt_s (local.tee $count (i32.sub (local.get $count) (i32.const 4))) (i32.const 0)))))

  ;; What $correlate adds up of one row of the other picture's cell: squares of 16 words.
  (func $squares (param $at i32) (result v128)
    (local $u v128) (local $v v128)
    (local.set $u (v128.load (local.get $at)))
    (local.set $v (v128.load offset=16 (local.get $at)))
    (i32x4.add
      (i32x4.dot_i16x8_s (local.get $u) (local.get $u))
      (i32x4.dot_i16x8_s (local.get $v) (local.get $v))))

  ;; For each of $rows × $columns shifts one record of four 32-bit sums: products of x, products of y, squares of the
  ;; other's x, squares of its y. The other's addresses are those of the first shift; records go right, then down. Shifts are
  ;; taken column by column: going down, squares lose the row that is left and gain the next one.
  (func $correlate
    (param $x i32) (param $y i32) (param $otherX i32) (param $otherY i32)
    (param $stride i32) (param $columns i32) (param $rows i32) (param $to i32)
    (local $left i32) (local $row i32) (local $end i32) (local $next i32) (local $record i32)
    (local $ox i32) (local $oy i32)
    (local $px v128) (local $py v128) (local $sx v128) (local $sy v128)
    (local.set $end (i32.mul (local.get $stride) (i32.const 16)))
    (local.set $next (i32.shl (local.get $columns) (i32.const 4)))
    (loop $across
      (local.set $ox (local.get $otherX))
      (local.set $oy (local.get $otherY))
      (local.set $record (local.get $to))
      (local.set $left (local.get $rows))
      (local.set $sx (v128.const i32x4 0 0 0 0))
      (local.set $sy (local.get $sx))
      (local.set $row (i32.const 0))
      (loop $first
        (local.set $sx (i32x4.add (local.get $sx) (call $squares (i32.add (local.get $ox) (local.get $row)))))
        (local.set $sy (i32x4.add (local.get $sy) (call $squares (i32.add (local.get $oy) (local.get $row)))))
        (br_if $first
          (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))
      (loop $down
        (local.set $px (v128.const i32x4 0 0 0 0))
        (local.set $py (local.get $px))
        (local.set $row (i32.const 0))
        (loop $lines
          (local.set $px
            (i32x4.add
              (local.get $px)
              (i32x4.add
                (i32x4.dot_i16x8_s
                  (v128.load (i32.add (local.get $ox) (local.get $row)))
                  (v128.load (i32.add (local.get $x) (local.get $row))))
                (i32x4.dot_i16x8_s
                  (v128.load offset=16 (i32.add (local.get $ox) (local.get $row)))
                  (v128.load offset=16 (i32.add (local.get $x) (local.get $row)))))))
          (local.set $py
            (i32x4.add
              (local.get $py)
              (i32x4.add
                (i32x4.dot_i16x8_s
                  (v128.load (i32.add (local.get $oy) (local.get $row)))
                  (v128.load (i32.add (local.get $y) (local.get $row))))
                (i32x4.dot_i16x8_s
                  (v128.load offset=16 (i32.add (local.get $oy) (local.get $row)))
                  (v128.load offset=16 (i32.add (local.get $y) (local.get $row)))))))
          (br_if $lines
            (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))
        (v128.store
          (local.get $record)
          (call $totals (local.get $px) (local.get $py) (local.get $sx) (local.get $sy)))
        (local.set $record (i32.add (local.get $record) (local.get $next)))
        (if (local.tee $left (i32.sub (local.get $left) (i32.const 1)))
          (then
            (local.set $sx
              (i32x4.add
                (local.get $sx)
                (i32x4.sub
                  (call $squares (i32.add (local.get $ox) (local.get $end)))
                  (call $squares (local.get $ox)))))
            (local.set $sy
              (i32x4.add
                (local.get $sy)
                (i32x4.sub
                  (call $squares (i32.add (local.get $oy) (local.get $end)))
                  (call $squares (local.get $oy)))))
            (local.set $ox (i32.add (local.get $ox) (local.get $stride)))
            (local.set $oy (i32.add (local.get $oy) (local.get $stride)))
            (br $down))))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $otherX (i32.add (local.get $otherX) (i32.const 2)))
      (local.set $otherY (i32.add (local.get $otherY) (i32.const 2)))
      (br_if $across (local.tee $columns (i32.sub (local.get $columns) (i32.const 1))))))

  ;; Energies of every cell of a grid, two 32-bit sums each: squares of x, squares of y. $lefts and $tops hold the cells'
  ;; edges in pixels.
  (func (export "energies")
    (param $x i32) (param $y i32) (param $stride i32)
    (param $lefts i32) (param $tops i32) (param $columns i32) (param $rows i32) (param $to i32)
    (local $column i32) (local $left i32) (local $place i32) (local $row i32) (local $end i32)
    (local $sx v128) (local $sy v128)
    (local.set $end (i32.mul (local.get $stride) (i32.const 16)))
    (loop $down
      (local.set $column (local.get $lefts))
      (local.set $left (local.get $columns))
      (loop $across
        (local.set $place
          (i32.add
            (i32.mul (i32.load (local.get $tops)) (local.get $stride))
            (i32.shl (i32.load (local.get $column)) (i32.const 1))))
        (local.set $sx (v128.const i32x4 0 0 0 0))
        (local.set $sy (local.get $sx))
        (local.set $row (i32.const 0))
        (loop $lines
          (local.set $sx
            (i32x4.add
              (local.get $sx)
              (call $squares (i32.add (i32.add (local.get $x) (local.get $place)) (local.get $row)))))
          (local.set $sy
            (i32x4.add
              (local.get $sy)
              (call $squares (i32.add (i32.add (local.get $y) (local.get $place)) (local.get $row)))))
          (br_if $lines
            (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))
        (v128.store64_lane 0
          (local.get $to)
          (call $totals (local.get $sx) (local.get $sy) (local.get $sx) (local.get $sy)))
        (local.set $to (i32.add (local.get $to) (i32.const 8)))
        (local.set $column (i32.add (local.get $column) (i32.const 4)))
        (br_if $across (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (local.set $tops (i32.add (local.get $tops) (i32.const 4)))
      (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))

  ;; Number of the shift at which a cell correlates best, less $cost for a step, its square for two; −1 where none of them
  ;; has half of the cell's pixels. Fills $sums with the records of $correlate, and where a corner of what the shifts meet is
  ;; not known, $known with those of $known. The other picture's addresses are those of its first pixel; $startX and $startY
  ;; are where the first shift lies there, $centreX and $centreY where shifts cost nothing; $own is the cell's energy and
  ;; $floor what both energies are raised by. $mask is 0 where all pixels are known. Of equal shifts the first one counts.
  (func (export "search")
    (param $x i32) (param $y i32) (param $otherX i32) (param $otherY i32) (param $mask i32) (param $stride i32)
    (param $startX i32) (param $startY i32) (param $columns i32) (param $rows i32)
    (param $centreX i32) (param $centreY i32)
    (param $own f64) (param $floor f64) (param $cost f64) (param $sums i32) (param $known i32)
    (result i32)
    (local $place i32) (local $right i32) (local $lower i32) (local $isMasked i32)
    (local $at i32) (local $best i32) (local $column i32) (local $row i32) (local $dx i32) (local $dy i32)
    (local $value f64) (local $most f64)
    (local.set $best (i32.const -1))
    (local.set $most (f64.const -2))
    (local.set $place
      (i32.add (i32.mul (local.get $startY) (local.get $stride)) (i32.shl (local.get $startX) (i32.const 1))))
    (call $correlate
      (local.get $x) (local.get $y)
      (i32.add (local.get $otherX) (local.get $place)) (i32.add (local.get $otherY) (local.get $place))
      (local.get $stride) (local.get $columns) (local.get $rows) (local.get $sums))
    (if (local.get $mask)
      (then
        (local.set $mask (i32.add (local.get $mask) (local.get $place)))
        (local.set $right (i32.shl (i32.add (local.get $columns) (i32.const 14)) (i32.const 1)))
        (local.set $lower (i32.mul (i32.add (local.get $rows) (i32.const 14)) (local.get $stride)))
        (local.set $isMasked
          (i32.ne
            (i32.and
              (i32.and
                (i32.load16_u (local.get $mask))
                (i32.load16_u (i32.add (local.get $mask) (local.get $right))))
              (i32.and
                (i32.load16_u (i32.add (local.get $mask) (local.get $lower)))
                (i32.load16_u (i32.add (i32.add (local.get $mask) (local.get $lower)) (local.get $right)))))
            (i32.const 65535)))
        (if (local.get $isMasked)
          (then
            (call $known
              (local.get $x) (local.get $y) (local.get $mask)
              (local.get $stride) (local.get $columns) (local.get $rows) (local.get $known))))))
    (local.set $dy (i32.sub (local.get $startY) (local.get $centreY)))
    (loop $down
      (local.set $column (local.get $columns))
      (local.set $dx (i32.sub (local.get $startX) (local.get $centreX)))
      (loop $across
        (block $tooFew
          (if (local.get $isMasked)
            (then
              (br_if $tooFew (i32.lt_s (i32.load offset=8 (local.get $known)) (i32.const 128)))
              (local.set $own
                (f64.add
                  (f64.convert_i32_s (i32.load (local.get $known)))
                  (f64.convert_i32_s (i32.load offset=4 (local.get $known)))))))
          (local.set $value
            (f64.sub
              (f64.div
                (f64.add
                  (f64.convert_i32_s (i32.load (local.get $sums)))
                  (f64.convert_i32_s (i32.load offset=4 (local.get $sums))))
                (f64.sqrt
                  (f64.mul
                    (f64.add (local.get $own) (local.get $floor))
                    (f64.add
                      (f64.add
                        (f64.convert_i32_s (i32.load offset=8 (local.get $sums)))
                        (f64.convert_i32_s (i32.load offset=12 (local.get $sums))))
                      (local.get $floor)))))
              (f64.mul
                (local.get $cost)
                (f64.convert_i32_s
                  (i32.add
                    (i32.mul (local.get $dx) (local.get $dx))
                    (i32.mul (local.get $dy) (local.get $dy)))))))
          (if (f64.gt (local.get $value) (local.get $most))
            (then
              (local.set $most (local.get $value))
              (local.set $best (local.get $at)))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
        (local.set $known (i32.add (local.get $known) (i32.const 16)))
        (local.set $dx (i32.add (local.get $dx) (i32.const 1)))
        (br_if $across (local.tee $column (i32.sub (local.get $column) (i32.const 1)))))
      (local.set $dy (i32.add (local.get $dy) (i32.const 1)))
      (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1)))))
    ;; The kept records tell whether pixels were missing.
    (if (i32.and (i32.ge_s (local.get $best) (i32.const 0)) (local.get $isMasked))
      (then (return (i32.or (local.get $best) (i32.const 0x10000)))))
    (local.get $best))

  ;; The same for what of the cell itself lies where the other picture has pixels: squares of x, squares of y, and the
  ;; number of such pixels, once more as a fourth sum. $mask holds 16-bit words, all ones where there is a pixel.
  (func $known
    (param $x i32) (param $y i32) (param $mask i32)
    (param $stride i32) (param $columns i32) (param $rows i32) (param $to i32)
    (local $left i32) (local $row i32) (local $end i32) (local $at i32)
    (local $a v128) (local $b v128) (local $m v128) (local $n v128)
    (local $sx v128) (local $sy v128) (local $count v128)
    (local.set $end (i32.mul (local.get $stride) (i32.const 16)))
    (loop $down
      (local.set $left (local.get $columns))
      (local.set $at (local.get $mask))
      (loop $across
        (local.set $sx (v128.const i32x4 0 0 0 0))
        (local.set $sy (local.get $sx))
        (local.set $count (local.get $sx))
        (local.set $row (i32.const 0))
        (loop $lines
          (local.set $m (v128.load (i32.add (local.get $at) (local.get $row))))
          (local.set $n (v128.load offset=16 (i32.add (local.get $at) (local.get $row))))
          (local.set $a (v128.and (local.get $m) (v128.load (i32.add (local.get $x) (local.get $row)))))
          (local.set $b (v128.and (local.get $n) (v128.load offset=16 (i32.add (local.get $x) (local.get $row)))))
          (local.set $sx
            (i32x4.add
              (local.get $sx)
              (i32x4.add
                (i32x4.dot_i16x8_s (local.get $a) (local.get $a))
                (i32x4.dot_i16x8_s (local.get $b) (local.get $b)))))
          (local.set $a (v128.and (local.get $m) (v128.load (i32.add (local.get $y) (local.get $row)))))
          (local.set $b (v128.and (local.get $n) (v128.load offset=16 (i32.add (local.get $y) (local.get $row)))))
          (local.set $sy
            (i32x4.add
              (local.get $sy)
              (i32x4.add
                (i32x4.dot_i16x8_s (local.get $a) (local.get $a))
                (i32x4.dot_i16x8_s (local.get $b) (local.get $b)))))
          (local.set $count
            (i32x4.add
              (local.get $count)
              (i32x4.add
                (i32x4.dot_i16x8_s (local.get $m) (local.get $m))
                (i32x4.dot_i16x8_s (local.get $n) (local.get $n)))))
          (br_if $lines
            (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))
        (v128.store
          (local.get $to)
          (call $totals (local.get $sx) (local.get $sy) (local.get $count) (local.get $count)))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (local.set $at (i32.add (local.get $at) (i32.const 2)))
        (br_if $across (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
      (local.set $mask (i32.add (local.get $mask) (local.get $stride)))
      (br_if $down (local.tee $rows (i32.sub (local.get $rows) (i32.const 1))))))

  ;; What two cells have in common, edge by edge: sums of |x|, |y|, of the other's |x|, |y|; then those of the smaller one
  ;; of both, negative where they oppose each other, for x and for y. Each gradient is first taken times its factor / 32768.
  (func (export "contain")
    (param $x i32) (param $y i32) (param $otherX i32) (param $otherY i32) (param $stride i32)
    (param $factor i32) (param $otherFactor i32) (param $to i32)
    (local $row i32) (local $end i32) (local $part i32) (local $f v128) (local $g v128)
    (local $a v128) (local $b v128) (local $sign v128)
    (local $ax v128) (local $ay v128) (local $bx v128) (local $by v128) (local $cx v128) (local $cy v128)
    (local.set $f (i16x8.splat (local.get $factor)))
    (local.set $g (i16x8.splat (local.get $otherFactor)))
    (local.set $end (i32.mul (local.get $stride) (i32.const 16)))
    (loop $lines
      (local.set $part (i32.const 0))
      (loop $halves
        (local.set $a
          (i16x8.q15mulr_sat_s
            (local.get $f) (v128.load (i32.add (local.get $x) (i32.add (local.get $row) (local.get $part))))))
        (local.set $b
          (i16x8.q15mulr_sat_s
            (local.get $g) (v128.load (i32.add (local.get $otherX) (i32.add (local.get $row) (local.get $part))))))
        (local.set $sign (i16x8.shr_s (v128.xor (local.get $a) (local.get $b)) (i32.const 15)))
        (local.set $a (i16x8.abs (local.get $a)))
        (local.set $b (i16x8.abs (local.get $b)))
        (local.set $ax (i32x4.add (local.get $ax) (i32x4.extadd_pairwise_i16x8_s (local.get $a))))
        (local.set $bx (i32x4.add (local.get $bx) (i32x4.extadd_pairwise_i16x8_s (local.get $b))))
        (local.set $cx
          (i32x4.add
            (local.get $cx)
            (i32x4.extadd_pairwise_i16x8_s
              (i16x8.sub
                (v128.xor (i16x8.min_s (local.get $a) (local.get $b)) (local.get $sign))
                (local.get $sign)))))
        (local.set $a
          (i16x8.q15mulr_sat_s
            (local.get $f) (v128.load (i32.add (local.get $y) (i32.add (local.get $row) (local.get $part))))))
        (local.set $b
          (i16x8.q15mulr_sat_s
            (local.get $g) (v128.load (i32.add (local.get $otherY) (i32.add (local.get $row) (local.get $part))))))
        (local.set $sign (i16x8.shr_s (v128.xor (local.get $a) (local.get $b)) (i32.const 15)))
        (local.set $a (i16x8.abs (local.get $a)))
        (local.set $b (i16x8.abs (local.get $b)))
        (local.set $ay (i32x4.add (local.get $ay) (i32x4.extadd_pairwise_i16x8_s (local.get $a))))
        (local.set $by (i32x4.add (local.get $by) (i32x4.extadd_pairwise_i16x8_s (local.get $b))))
        (local.set $cy
          (i32x4.add
            (local.get $cy)
            (i32x4.extadd_pairwise_i16x8_s
              (i16x8.sub
                (v128.xor (i16x8.min_s (local.get $a) (local.get $b)) (local.get $sign))
                (local.get $sign)))))
        (br_if $halves
          (i32.lt_u (local.tee $part (i32.add (local.get $part) (i32.const 16))) (i32.const 32))))
      (br_if $lines
        (i32.lt_u (local.tee $row (i32.add (local.get $row) (local.get $stride))) (local.get $end))))
    (v128.store
      (local.get $to)
      (call $totals (local.get $ax) (local.get $ay) (local.get $bx) (local.get $by)))
    (v128.store offset=16
      (local.get $to)
      (call $totals (local.get $cx) (local.get $cy) (local.get $cx) (local.get $cy)))))
