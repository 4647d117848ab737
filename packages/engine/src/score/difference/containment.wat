;; A part of layer-kernels.wat: edges that two cells have in common.

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
    (call $totals (local.get $cx) (local.get $cy) (local.get $cx) (local.get $cy))))
