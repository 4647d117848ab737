;; A part of layer-kernels.wat: rows of a plane where another picture shows the same.

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
  (local $row i32) (local $last i32) (local $across v128) (local $at v128) (local $upper v128) (local $lower v128) (local $weights v128)
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
  (local.set $last (i32.mul (local.get $dv) (i32.const 3)))
  (loop $quads
    (local.set $across
      (v128.and (i32x4.shr_s (local.get $us) (i32.const 12)) (v128.const i32x4 255 255 255 255)))
    (local.set $weights
      (v128.or
        (i32x4.sub (v128.const i32x4 256 256 256 256) (local.get $across))
        (i32x4.shl (local.get $across) (i32.const 16))))
    (local.set $v (i32x4.extract_lane 0 (local.get $vs)))
    (local.set $row (i32.shr_s (local.get $v) (i32.const 20)))
    (if
      (i32.and
        (i32.eq (local.get $row) (i32.shr_s (i32.add (local.get $v) (local.get $last)) (i32.const 20)))
        (i32.le_u (local.get $du) (i32.const 2097152)))
      (then
        ;; All four lie between the same two rows, to the right of the first and no more than seven words from it.
        (local.set $u (i32.shr_s (i32x4.extract_lane 0 (local.get $us)) (i32.const 20)))
        (local.set $row
          (i32.add
            (local.get $plane)
            (i32.add (i32.mul (local.get $row) (local.get $stride)) (i32.shl (local.get $u) (i32.const 1)))))
        (local.set $at
          (i32x4.shl
            (i32x4.sub (i32x4.shr_s (local.get $us) (i32.const 20)) (i32x4.splat (local.get $u)))
            (i32.const 1)))
        (local.set $at
          (i8x16.add
            (i8x16.shuffle 0 0 0 0 4 4 4 4 8 8 8 8 12 12 12 12 (local.get $at) (local.get $at))
            (v128.const i8x16 0 1 2 3 0 1 2 3 0 1 2 3 0 1 2 3)))
        (local.set $upper (i8x16.swizzle (v128.load (local.get $row)) (local.get $at)))
        (local.set $lower
          (i8x16.swizzle (v128.load (i32.add (local.get $row) (local.get $stride))) (local.get $at))))
      (else
        (local.set $at
          (i32x4.add
            (i32x4.splat (local.get $plane))
            (i32x4.add
              (i32x4.mul (i32x4.shr_s (local.get $vs) (i32.const 20)) (local.get $strides))
              (i32x4.shl (i32x4.shr_s (local.get $us) (i32.const 20)) (i32.const 1)))))
        (local.set $upper (v128.load32_lane 0 (i32x4.extract_lane 0 (local.get $at)) (local.get $upper)))
        (local.set $upper (v128.load32_lane 1 (i32x4.extract_lane 1 (local.get $at)) (local.get $upper)))
        (local.set $upper (v128.load32_lane 2 (i32x4.extract_lane 2 (local.get $at)) (local.get $upper)))
        (local.set $upper (v128.load32_lane 3 (i32x4.extract_lane 3 (local.get $at)) (local.get $upper)))
        (local.set $at (i32x4.add (local.get $at) (local.get $strides)))
        (local.set $lower (v128.load32_lane 0 (i32x4.extract_lane 0 (local.get $at)) (local.get $lower)))
        (local.set $lower (v128.load32_lane 1 (i32x4.extract_lane 1 (local.get $at)) (local.get $lower)))
        (local.set $lower (v128.load32_lane 2 (i32x4.extract_lane 2 (local.get $at)) (local.get $lower)))
        (local.set $lower (v128.load32_lane 3 (i32x4.extract_lane 3 (local.get $at)) (local.get $lower)))))
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
