;; A part of keypoint-kernels.wat: corners by their circle of 16 pixels, and which of neighbours stay.

;; Of each of 16 pixels, the first of them 1009 after $at, the largest of what the arcs of nine have as their darkest. Eight pixels
;; that two arcs share are looked at once; they begin with every second one.
(func $brightArc (param $at i32) (result v128)
  (local $two1 v128) (local $two3 v128) (local $two5 v128) (local $two7 v128)
  (local $two9 v128) (local $two11 v128) (local $two13 v128) (local $two15 v128)
  (local $four v128) (local $next v128) (local $first v128) (local $all v128)
  (local.set $two1 (i8x16.min_u (v128.load offset=2 (local.get $at)) (v128.load offset=339 (local.get $at))))
  (local.set $two3 (i8x16.min_u (v128.load offset=676 (local.get $at)) (v128.load offset=1012 (local.get $at))))
  (local.set $two5 (i8x16.min_u (v128.load offset=1348 (local.get $at)) (v128.load offset=1683 (local.get $at))))
  (local.set $two7 (i8x16.min_u (v128.load offset=2018 (local.get $at)) (v128.load offset=2017 (local.get $at))))
  (local.set $two9 (i8x16.min_u (v128.load offset=2016 (local.get $at)) (v128.load offset=1679 (local.get $at))))
  (local.set $two11 (i8x16.min_u (v128.load offset=1342 (local.get $at)) (v128.load offset=1006 (local.get $at))))
  (local.set $two13 (i8x16.min_u (v128.load offset=670 (local.get $at)) (v128.load offset=335 (local.get $at))))
  (local.set $two15 (i8x16.min_u (v128.load (local.get $at)) (v128.load offset=1 (local.get $at))))
  (local.set $first (i8x16.min_u (local.get $two1) (local.get $two3)))
  (local.set $four (local.get $first))
  (local.set $next (i8x16.min_u (local.get $two5) (local.get $two7)))
  (local.set $all
    (i8x16.min_u
      (i8x16.min_u (local.get $four) (local.get $next))
      (i8x16.max_u (v128.load offset=1 (local.get $at)) (v128.load offset=2016 (local.get $at)))))
  (local.set $four (local.get $next))
  (local.set $next (i8x16.min_u (local.get $two9) (local.get $two11)))
  (local.set $all
    (i8x16.max_u (local.get $all) (i8x16.min_u
      (i8x16.min_u (local.get $four) (local.get $next))
      (i8x16.max_u (v128.load offset=1012 (local.get $at)) (v128.load offset=670 (local.get $at))))))
  (local.set $four (local.get $next))
  (local.set $next (i8x16.min_u (local.get $two13) (local.get $two15)))
  (local.set $all
    (i8x16.max_u (local.get $all) (i8x16.min_u
      (i8x16.min_u (local.get $four) (local.get $next))
      (i8x16.max_u (v128.load offset=2017 (local.get $at)) (v128.load offset=2 (local.get $at))))))
  (local.set $four (local.get $next))
  (local.set $next (local.get $first))
  (local.set $all
    (i8x16.max_u (local.get $all) (i8x16.min_u
      (i8x16.min_u (local.get $four) (local.get $next))
      (i8x16.max_u (v128.load offset=1006 (local.get $at)) (v128.load offset=1348 (local.get $at))))))
  (local.set $first (i8x16.min_u (local.get $two3) (local.get $two5)))
  (local.set $four (local.get $first))
  (local.set $next (i8x16.min_u (local.get $two7) (local.get $two9)))
  (local.set $all
    (i8x16.max_u (local.get $all) (i8x16.min_u
      (i8x16.min_u (local.get $four) (local.get $next))
      (i8x16.max_u (v128.load offset=339 (local.get $at)) (v128.load offset=1342 (local.get $at))))))
  (local.set $four (local.get $next))
  (local.set $next (i8x16.min_u (local.get $two11) (local.get $two13)))
  (local.set $all
    (i8x16.max_u (local.get $all) (i8x16.min_u
      (i8x16.min_u (local.get $four) (local.get $next))
      (i8x16.max_u (v128.load offset=1683 (local.get $at)) (v128.load (local.get $at))))))
  (local.set $four (local.get $next))
  (local.set $next (i8x16.min_u (local.get $two15) (local.get $two1)))
  (local.set $all
    (i8x16.max_u (local.get $all) (i8x16.min_u
      (i8x16.min_u (local.get $four) (local.get $next))
      (i8x16.max_u (v128.load offset=1679 (local.get $at)) (v128.load offset=676 (local.get $at))))))
  (local.set $four (local.get $next))
  (local.set $next (local.get $first))
  (local.set $all
    (i8x16.max_u (local.get $all) (i8x16.min_u
      (i8x16.min_u (local.get $four) (local.get $next))
      (i8x16.max_u (v128.load offset=335 (local.get $at)) (v128.load offset=2018 (local.get $at))))))
  (local.get $all))

;; The same with dark and bright swapped.
(func $darkArc (param $at i32) (result v128)
  (local $two1 v128) (local $two3 v128) (local $two5 v128) (local $two7 v128)
  (local $two9 v128) (local $two11 v128) (local $two13 v128) (local $two15 v128)
  (local $four v128) (local $next v128) (local $first v128) (local $all v128)
  (local.set $two1 (i8x16.max_u (v128.load offset=2 (local.get $at)) (v128.load offset=339 (local.get $at))))
  (local.set $two3 (i8x16.max_u (v128.load offset=676 (local.get $at)) (v128.load offset=1012 (local.get $at))))
  (local.set $two5 (i8x16.max_u (v128.load offset=1348 (local.get $at)) (v128.load offset=1683 (local.get $at))))
  (local.set $two7 (i8x16.max_u (v128.load offset=2018 (local.get $at)) (v128.load offset=2017 (local.get $at))))
  (local.set $two9 (i8x16.max_u (v128.load offset=2016 (local.get $at)) (v128.load offset=1679 (local.get $at))))
  (local.set $two11 (i8x16.max_u (v128.load offset=1342 (local.get $at)) (v128.load offset=1006 (local.get $at))))
  (local.set $two13 (i8x16.max_u (v128.load offset=670 (local.get $at)) (v128.load offset=335 (local.get $at))))
  (local.set $two15 (i8x16.max_u (v128.load (local.get $at)) (v128.load offset=1 (local.get $at))))
  (local.set $first (i8x16.max_u (local.get $two1) (local.get $two3)))
  (local.set $four (local.get $first))
  (local.set $next (i8x16.max_u (local.get $two5) (local.get $two7)))
  (local.set $all
    (i8x16.max_u
      (i8x16.max_u (local.get $four) (local.get $next))
      (i8x16.min_u (v128.load offset=1 (local.get $at)) (v128.load offset=2016 (local.get $at)))))
  (local.set $four (local.get $next))
  (local.set $next (i8x16.max_u (local.get $two9) (local.get $two11)))
  (local.set $all
    (i8x16.min_u (local.get $all) (i8x16.max_u
      (i8x16.max_u (local.get $four) (local.get $next))
      (i8x16.min_u (v128.load offset=1012 (local.get $at)) (v128.load offset=670 (local.get $at))))))
  (local.set $four (local.get $next))
  (local.set $next (i8x16.max_u (local.get $two13) (local.get $two15)))
  (local.set $all
    (i8x16.min_u (local.get $all) (i8x16.max_u
      (i8x16.max_u (local.get $four) (local.get $next))
      (i8x16.min_u (v128.load offset=2017 (local.get $at)) (v128.load offset=2 (local.get $at))))))
  (local.set $four (local.get $next))
  (local.set $next (local.get $first))
  (local.set $all
    (i8x16.min_u (local.get $all) (i8x16.max_u
      (i8x16.max_u (local.get $four) (local.get $next))
      (i8x16.min_u (v128.load offset=1006 (local.get $at)) (v128.load offset=1348 (local.get $at))))))
  (local.set $first (i8x16.max_u (local.get $two3) (local.get $two5)))
  (local.set $four (local.get $first))
  (local.set $next (i8x16.max_u (local.get $two7) (local.get $two9)))
  (local.set $all
    (i8x16.min_u (local.get $all) (i8x16.max_u
      (i8x16.max_u (local.get $four) (local.get $next))
      (i8x16.min_u (v128.load offset=339 (local.get $at)) (v128.load offset=1342 (local.get $at))))))
  (local.set $four (local.get $next))
  (local.set $next (i8x16.max_u (local.get $two11) (local.get $two13)))
  (local.set $all
    (i8x16.min_u (local.get $all) (i8x16.max_u
      (i8x16.max_u (local.get $four) (local.get $next))
      (i8x16.min_u (v128.load offset=1683 (local.get $at)) (v128.load (local.get $at))))))
  (local.set $four (local.get $next))
  (local.set $next (i8x16.max_u (local.get $two15) (local.get $two1)))
  (local.set $all
    (i8x16.min_u (local.get $all) (i8x16.max_u
      (i8x16.max_u (local.get $four) (local.get $next))
      (i8x16.min_u (v128.load offset=1679 (local.get $at)) (v128.load offset=676 (local.get $at))))))
  (local.set $four (local.get $next))
  (local.set $next (local.get $first))
  (local.set $all
    (i8x16.min_u (local.get $all) (i8x16.max_u
      (i8x16.max_u (local.get $four) (local.get $next))
      (i8x16.min_u (v128.load offset=335 (local.get $at)) (v128.load offset=2018 (local.get $at))))))
  (local.get $all))

;; How far the circle around the pixel 1009 after $at exceeds the threshold, above for $sign 255 and below for 0, summed.
(func $scoreOf (param $at i32) (param $step v128) (param $sign i32) (result i32)
  (local $circle v128) (local $centre v128)
  (local.set $circle (v128.load8_splat offset=1 (local.get $at)))
  (local.set $circle (v128.load8_lane offset=2 1 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=339 2 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=676 3 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=1012 4 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=1348 5 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=1683 6 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=2018 7 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=2017 8 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=2016 9 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=1679 10 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=1342 11 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=1006 12 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=670 13 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane offset=335 14 (local.get $at) (local.get $circle)))
  (local.set $circle (v128.load8_lane 15 (local.get $at) (local.get $circle)))
  (local.set $centre (v128.load8_splat offset=1009 (local.get $at)))
  (call $sumOfLanes
    (i32x4.extadd_pairwise_i16x8_u
      (i16x8.extadd_pairwise_i8x16_u
        (v128.bitselect
          (i8x16.sub_sat_u (local.get $circle) (i8x16.add_sat_u (local.get $centre) (local.get $step)))
          (i8x16.sub_sat_u (i8x16.sub_sat_u (local.get $centre) (local.get $step)) (local.get $circle))
          (i8x16.splat (local.get $sign)))))))

;; Lanes of 16 bytes that are not 0, as bits.
(func $lanesOf (param $bytes v128) (result i32)
  (i32.xor (i8x16.bitmask (i8x16.eq (local.get $bytes) (v128.const i32x4 0 0 0 0))) (i32.const 0xffff)))

;; Scores the pixels of a plane that are $border or more from its edges: a 16-bit score for each that has an arc of nine, into
;; a plane of words at $scores that has to be 0 before; and their addresses into $list, 4 bytes each, in reading order.
;; Returns the end of the list.
(func (export "scorePixels")
  (param $plane i32) (param $width i32) (param $height i32) (param $border i32) (param $threshold i32)
  (param $scores i32) (param $list i32)
  (result i32)
  (local $at i32) (local $end i32) (local $last i32) (local $lanes i32) (local $bright i32) (local $pixel i32)
  (local $step v128) (local $high v128) (local $low v128) (local $north v128) (local $south v128) (local $east v128) (local $west v128)
  (local.set $step (i8x16.splat (local.get $threshold)))
  ;; From an address in the plane to that of its word.
  (local.set $scores (i32.sub (local.get $scores) (i32.shl (local.get $plane) (i32.const 1))))
  (local.set $last
    (i32.add (local.get $plane) (i32.mul (i32.sub (local.get $height) (local.get $border)) (i32.const 336))))
  (local.set $plane (i32.add (local.get $plane) (i32.mul (local.get $border) (i32.const 336))))
  (loop $down
    ;; What lies around a pixel is addressed from 1009 before it.
    (local.set $at (i32.sub (i32.add (local.get $plane) (local.get $border)) (i32.const 1009)))
    (local.set $end
      (i32.sub (i32.sub (i32.add (local.get $plane) (local.get $width)) (local.get $border)) (i32.const 1009)))
    (loop $across
      (local.set $high (i8x16.add_sat_u (v128.load offset=1009 (local.get $at)) (local.get $step)))
      (local.set $low (i8x16.sub_sat_u (v128.load offset=1009 (local.get $at)) (local.get $step)))
      ;; An arc covers at least two neighbouring compass points.
      (local.set $north (v128.load offset=1 (local.get $at)))
      (local.set $south (v128.load offset=2017 (local.get $at)))
      (local.set $east (v128.load offset=1012 (local.get $at)))
      (local.set $west (v128.load offset=1006 (local.get $at)))
      (if (v128.any_true
            (v128.or
              (i8x16.sub_sat_u
                (i8x16.min_u
                  (i8x16.max_u (local.get $north) (local.get $south))
                  (i8x16.max_u (local.get $east) (local.get $west)))
                (local.get $high))
              (i8x16.sub_sat_u
                (local.get $low)
                (i8x16.max_u
                  (i8x16.min_u (local.get $north) (local.get $south))
                  (i8x16.min_u (local.get $east) (local.get $west))))))
        (then
          (local.set $bright
            (call $lanesOf (i8x16.sub_sat_u (call $brightArc (local.get $at)) (local.get $high))))
          (local.set $lanes
            (i32.or
              (local.get $bright)
              (call $lanesOf (i8x16.sub_sat_u (local.get $low) (call $darkArc (local.get $at))))))
          (if (i32.gt_u (i32.add (local.get $at) (i32.const 16)) (local.get $end))
            (then
              (local.set $lanes
                (i32.and
                  (local.get $lanes)
                  (i32.sub (i32.shl (i32.const 1) (i32.sub (local.get $end) (local.get $at))) (i32.const 1))))))
          (if (local.get $lanes)
            (then
              (loop $corners
                (local.set $pixel (i32.ctz (local.get $lanes)))
                (i32.store
                  (local.get $list)
                  (i32.add (i32.add (local.get $at) (local.get $pixel)) (i32.const 1009)))
                (i32.store16
                  (i32.add (local.get $scores) (i32.shl (i32.load (local.get $list)) (i32.const 1)))
                  (call $scoreOf
                    (i32.add (local.get $at) (local.get $pixel))
                    (local.get $step)
                    (i32.sub
                      (i32.const 0)
                      (i32.and (i32.shr_u (local.get $bright) (local.get $pixel)) (i32.const 1)))))
                (local.set $list (i32.add (local.get $list) (i32.const 4)))
                (br_if $corners
                  (local.tee $lanes (i32.and (local.get $lanes) (i32.sub (local.get $lanes) (i32.const 1))))))))))
      (br_if $across
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (br_if $down
      (i32.lt_u (local.tee $plane (i32.add (local.get $plane) (i32.const 336))) (local.get $last))))
  (local.get $list))

;; Keeps of the pixels from $list to $end, at least one, those of which no neighbour scores higher; of equal neighbours the first in
;; reading order. Writes [address, score], 8 bytes, for each, and returns their end; the words at $scores become 0 again.
(func (export "keepPeaks")
  (param $list i32) (param $end i32) (param $plane i32) (param $scores i32) (param $to i32)
  (result i32)
  (local $at i32) (local $around i32) (local $score i32) (local $pixel i32)
  (local.set $scores (i32.sub (local.get $scores) (i32.shl (local.get $plane) (i32.const 1))))
  (local.set $at (local.get $list))
  ;; Every pixel is written, and the next one over it unless it was a peak: which are peaks nobody can foretell.
  (loop $pixels
    (local.set $pixel (i32.load (local.get $at)))
    (local.set $around
      (i32.sub (i32.add (local.get $scores) (i32.shl (local.get $pixel) (i32.const 1))) (i32.const 674)))
    (local.set $score (i32.load16_u offset=674 (local.get $around)))
    (i32.store (local.get $to) (local.get $pixel))
    (i32.store offset=4 (local.get $to) (local.get $score))
    (local.set $to
      (i32.add
        (local.get $to)
        (i32.shl
          (i32.and
            (i32.and
              (i32.and
                (i32.gt_u (local.get $score) (i32.load16_u (local.get $around)))
                (i32.gt_u (local.get $score) (i32.load16_u offset=2 (local.get $around))))
              (i32.and
                (i32.gt_u (local.get $score) (i32.load16_u offset=4 (local.get $around)))
                (i32.gt_u (local.get $score) (i32.load16_u offset=672 (local.get $around)))))
            (i32.and
              (i32.and
                (i32.ge_u (local.get $score) (i32.load16_u offset=676 (local.get $around)))
                (i32.ge_u (local.get $score) (i32.load16_u offset=1344 (local.get $around))))
              (i32.and
                (i32.ge_u (local.get $score) (i32.load16_u offset=1346 (local.get $around)))
                (i32.ge_u (local.get $score) (i32.load16_u offset=1348 (local.get $around))))))
          (i32.const 3))))
    (br_if $pixels
      (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $end))))
  (loop $words
    (i32.store16
      (i32.add (local.get $scores) (i32.shl (i32.load (local.get $list)) (i32.const 1)))
      (i32.const 0))
    (br_if $words
      (i32.lt_u (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $end))))
  (local.get $to))
