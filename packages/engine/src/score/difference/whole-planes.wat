;; A part of layer-kernels.wat: the rows of a plane one after the other. At an edge the edge itself stands in for what lies
;; beyond.

;; How far on the row above lies, or below; 0 at an edge.
(func $above (param $y i32) (param $stride i32) (result i32)
  (select (i32.sub (i32.const 0) (local.get $stride)) (i32.const 0) (local.get $y)))
(func $below (param $y i32) (param $height i32) (param $stride i32) (result i32)
  (select
    (local.get $stride)
    (i32.const 0)
    (i32.lt_u (i32.add (local.get $y) (i32.const 1)) (local.get $height))))

;; Smooths a plane of words once along both axes; $line is room for a row with a word before and after it.
(func (export "smoothWords")
  (param $from i32) (param $to i32) (param $stride i32) (param $width i32) (param $height i32) (param $line i32)
  (local $y i32)
  (loop $down
    (call $smoothDown
      (i32.add (local.get $from) (call $above (local.get $y) (local.get $stride)))
      (local.get $from)
      (i32.add (local.get $from) (call $below (local.get $y) (local.get $height) (local.get $stride)))
      (local.get $line)
      (local.get $width))
    (call $smoothAcross (local.get $line) (local.get $to) (local.get $width))
    (local.set $from (i32.add (local.get $from) (local.get $stride)))
    (local.set $to (i32.add (local.get $to) (local.get $stride)))
    (br_if $down (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 1))) (local.get $height)))))

;; The same of bytes, in rows without gaps; words of the result are 1/32.
(func (export "smoothBytes")
  (param $from i32) (param $to i32) (param $stride i32) (param $width i32) (param $height i32) (param $line i32)
  (local $y i32)
  (loop $down
    (call $smoothBytesDown
      (i32.add (local.get $from) (call $above (local.get $y) (local.get $width)))
      (local.get $from)
      (i32.add (local.get $from) (call $below (local.get $y) (local.get $height) (local.get $width)))
      (local.get $line)
      (local.get $width))
    (call $smoothAcross (local.get $line) (local.get $to) (local.get $width))
    (local.set $from (i32.add (local.get $from) (local.get $width)))
    (local.set $to (i32.add (local.get $to) (local.get $stride)))
    (br_if $down (i32.lt_u (local.tee $y (i32.add (local.get $y) (i32.const 1))) (local.get $height)))))

;; Shrinks bytes of $width a row to a plane. $firsts has the address of the first row that each row of the result covers,
;; $rowWeights $rowTaps weights for each; columns as in $shrinkRow. $line is room for a row of floats.
(func (export "shrinkBytes")
  (param $width i32) (param $firsts i32) (param $rowWeights i32) (param $rowTaps i32) (param $line i32)
  (param $windows i32) (param $taps i32) (param $to i32) (param $stride i32) (param $toWidth i32) (param $toHeight i32)
  (loop $down
    (call $blendRows
      (i32.load (local.get $firsts)) (local.get $width) (local.get $rowTaps) (local.get $rowWeights)
      (local.get $line) (local.get $width))
    (call $shrinkRow (local.get $line) (local.get $windows) (local.get $taps) (local.get $toWidth) (local.get $to))
    (local.set $firsts (i32.add (local.get $firsts) (i32.const 4)))
    (local.set $rowWeights (i32.add (local.get $rowWeights) (i32.shl (local.get $rowTaps) (i32.const 2))))
    (local.set $to (i32.add (local.get $to) (local.get $stride)))
    (br_if $down (local.tee $toHeight (i32.sub (local.get $toHeight) (i32.const 1))))))

;; Gradients of a plane, and where there is a mask (not 0), of what is known; see $gradientRow and $maskRow. All planes have
;; one stride. $wanted is 0, or has a byte for each row: those where it is 0 are left as they are.
(func (export "gradients")
  (param $plane i32) (param $mask i32) (param $x i32) (param $y i32) (param $known i32)
  (param $stride i32) (param $width i32) (param $height i32) (param $wanted i32)
  (local $row i32) (local $at i32) (local $above i32) (local $below i32)
  (loop $down
    (block $passed
      (if (local.get $wanted)
        (then (br_if $passed (i32.eqz (i32.load8_u (i32.add (local.get $wanted) (local.get $row)))))))
      (local.set $above (i32.add (local.get $at) (call $above (local.get $row) (local.get $stride))))
      (local.set $below
        (i32.add (local.get $at) (call $below (local.get $row) (local.get $height) (local.get $stride))))
      (call $gradientRow
        (i32.add (local.get $plane) (local.get $above))
        (i32.add (local.get $plane) (local.get $at))
        (i32.add (local.get $plane) (local.get $below))
        (i32.add (local.get $x) (local.get $at))
        (i32.add (local.get $y) (local.get $at))
        (local.get $width))
      (if (local.get $mask)
        (then
          (call $maskRow
            (i32.add (local.get $mask) (local.get $above))
            (i32.add (local.get $mask) (local.get $at))
            (i32.add (local.get $mask) (local.get $below))
            (i32.add (local.get $x) (local.get $at))
            (i32.add (local.get $y) (local.get $at))
            (i32.add (local.get $known) (local.get $at))
            (local.get $width)))))
    (local.set $at (i32.add (local.get $at) (local.get $stride)))
    (br_if $down (i32.lt_u (local.tee $row (i32.add (local.get $row) (i32.const 1))) (local.get $height)))))
