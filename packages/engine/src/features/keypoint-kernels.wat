;; Inner loops of the keypoints over planes of bytes, row-major. Rows of the planes on which points are found lie 336 bytes
;; apart, whatever their width of up to 320, so that what lies around a pixel has the same offsets in all of them. Loops work
;; in whole vectors, so up to 15 bytes after a plane are read; what is written beyond an output is said where it happens.
(module
  (memory (export "memory") 4)

  ;; Weighted sum of two rows as 16-bit words, 256 times too large and less 32768: $top by 256 - $part, $bottom by $part.
  ;; Writes up to 14 bytes beyond.
  (func $blendRows (param $top i32) (param $bottom i32) (param $width i32) (param $part i32) (param $to i32)
    (local $end i32) (local $lower v128) (local $upper v128) (local $middle v128)
    (local.set $end (i32.add (local.get $top) (local.get $width)))
    (local.set $lower (i16x8.splat (local.get $part)))
    (local.set $upper (i16x8.splat (i32.sub (i32.const 256) (local.get $part))))
    (local.set $middle (i16x8.splat (i32.const 32768)))
    (loop $across
      (v128.store
        (local.get $to)
        (i16x8.add
          (i16x8.add
            (i16x8.mul (v128.load8x8_u (local.get $top)) (local.get $upper))
            (i16x8.mul (v128.load8x8_u (local.get $bottom)) (local.get $lower)))
          (local.get $middle)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $bottom (i32.add (local.get $bottom) (i32.const 8)))
      (br_if $across
        (i32.lt_u (local.tee $top (i32.add (local.get $top) (i32.const 8))) (local.get $end)))))

  ;; A shrunken plane, $to … $end, of one at $from whose rows of $width bytes lie $stride apart. A record of $rows is [byte offset
  ;; of a row, part of the one below it / 256], 8 bytes for each row that is written, $toStride apart. A record of $columns is,
  ;; for four pixels, [byte offsets in the line of words, 8 bytes; parts of the left and of the right one / 256, 16 bytes].
  ;; Writes up to 3 bytes beyond a row.
  (func (export "shrink")
    (param $from i32) (param $stride i32) (param $width i32) (param $rows i32) (param $columns i32) (param $count i32)
    (param $line i32) (param $to i32) (param $end i32) (param $toStride i32)
    (local $record i32) (local $at i32) (local $rowEnd i32) (local $top i32) (local $four v128) (local $half v128)
    ;; What the words were less, and a half.
    (local.set $half (i32x4.splat (i32.const 8421376)))
    (loop $down
      (local.set $top (i32.add (local.get $from) (i32.load (local.get $rows))))
      (call $blendRows
        (local.get $top)
        (i32.add (local.get $top) (local.get $stride))
        (local.get $width)
        (i32.load offset=4 (local.get $rows))
        (local.get $line))
      (local.set $rows (i32.add (local.get $rows) (i32.const 8)))
      (local.set $record (local.get $columns))
      (local.set $at (local.get $to))
      (local.set $rowEnd (i32.add (local.get $to) (local.get $count)))
      (loop $across
        (local.set $four
          (v128.load32_zero (i32.add (local.get $line) (i32.load16_u (local.get $record)))))
        (local.set $four
          (v128.load32_lane 1
            (i32.add (local.get $line) (i32.load16_u offset=2 (local.get $record))) (local.get $four)))
        (local.set $four
          (v128.load32_lane 2
            (i32.add (local.get $line) (i32.load16_u offset=4 (local.get $record))) (local.get $four)))
        (local.set $four
          (v128.load32_lane 3
            (i32.add (local.get $line) (i32.load16_u offset=6 (local.get $record))) (local.get $four)))
        (local.set $four
          (i32x4.shr_u
            (i32x4.add (i32x4.dot_i16x8_s (local.get $four) (v128.load offset=8 (local.get $record))) (local.get $half))
            (i32.const 16)))
        (local.set $four (i16x8.narrow_i32x4_u (local.get $four) (local.get $four)))
        (v128.store32_lane 0 (local.get $at) (i8x16.narrow_i16x8_u (local.get $four) (local.get $four)))
        (local.set $record (i32.add (local.get $record) (i32.const 24)))
        (br_if $across
          (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $rowEnd))))
      (br_if $down
        (i32.lt_u (local.tee $to (i32.add (local.get $to) (local.get $toStride))) (local.get $end)))))

  ;; Puts the rows of a plane at $from, which follow each other, 336 bytes apart. Up to 15 bytes after a row are written.
  (func (export "spread") (param $from i32) (param $width i32) (param $height i32) (param $to i32)
    (local $at i32) (local $end i32)
    (loop $down
      (local.set $at (i32.const 0))
      (loop $across
        (v128.store
          (i32.add (local.get $to) (local.get $at))
          (v128.load (i32.add (local.get $from) (local.get $at))))
        (br_if $across
          (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $width))))
      (local.set $from (i32.add (local.get $from) (local.get $width)))
      (local.set $to (i32.add (local.get $to) (i32.const 336)))
      (br_if $down (local.tee $height (i32.sub (local.get $height) (i32.const 1))))))

  ;; Smooths a plane along its rows, then along its columns; see "smooth-luma.ts". $rows is room for a plane between. Up to 15
  ;; bytes after a row are written.
  (func (export "smooth") (param $from i32) (param $width i32) (param $height i32) (param $rows i32) (param $to i32)
    (local $end i32) (local $at i32) (local $out i32) (local $rowEnd i32) (local $last i32)
    (local $even v128) (local $low v128) (local $high v128) (local $byte v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (local $c56 v128) (local $c49 v128) (local $c33 v128) (local $c18 v128) (local $c128 v128)
    (local.set $even (i16x8.splat (i32.const 255)))
    (local.set $byte (i16x8.splat (i32.const 0xff00)))
    (local.set $c56 (i16x8.splat (i32.const 56)))
    (local.set $c49 (i16x8.splat (i32.const 49)))
    (local.set $c33 (i16x8.splat (i32.const 33)))
    (local.set $c18 (i16x8.splat (i32.const 18)))
    (local.set $c128 (i16x8.splat (i32.const 128)))
    (local.set $end (i32.add (local.get $rows) (i32.mul (local.get $height) (i32.const 336))))
    (local.set $out (local.get $rows))
    (loop $down
      (local.set $at (i32.sub (local.get $from) (i32.const 3)))
      (local.set $last (local.get $out))
      (local.set $rowEnd (i32.add (local.get $out) (local.get $width)))
      ;; Of 16 pixels the even and the odd ones: what is odd seen from one byte is even seen from the next.
      (loop $across
        (local.set $h (v128.load (local.get $at)))
        (local.set $a (v128.and (local.get $h) (local.get $even)))
        (local.set $b (i16x8.shr_u (local.get $h) (i32.const 8)))
        (local.set $h (v128.load offset=2 (local.get $at)))
        (local.set $c (v128.and (local.get $h) (local.get $even)))
        (local.set $d (i16x8.shr_u (local.get $h) (i32.const 8)))
        (local.set $h (v128.load offset=4 (local.get $at)))
        (local.set $e (v128.and (local.get $h) (local.get $even)))
        (local.set $f (i16x8.shr_u (local.get $h) (i32.const 8)))
        (local.set $h (v128.load offset=6 (local.get $at)))
        (local.set $g (v128.and (local.get $h) (local.get $even)))
        (local.set $h (i16x8.shr_u (local.get $h) (i32.const 8)))
        (v128.store
          (local.get $out)
          (v128.or
            (i16x8.shr_u
              (i16x8.add
                (i16x8.add
                  (i16x8.mul (local.get $d) (local.get $c56))
                  (i16x8.mul (i16x8.add (local.get $c) (local.get $e)) (local.get $c49)))
                (i16x8.add
                  (i16x8.add
                    (i16x8.mul (i16x8.add (local.get $b) (local.get $f)) (local.get $c33))
                    (i16x8.mul (i16x8.add (local.get $a) (local.get $g)) (local.get $c18)))
                  (local.get $c128)))
              (i32.const 8))
            (v128.and
              (i16x8.add
                (i16x8.add
                  (i16x8.mul (local.get $e) (local.get $c56))
                  (i16x8.mul (i16x8.add (local.get $d) (local.get $f)) (local.get $c49)))
                (i16x8.add
                  (i16x8.add
                    (i16x8.mul (i16x8.add (local.get $c) (local.get $g)) (local.get $c33))
                    (i16x8.mul (i16x8.add (local.get $b) (local.get $h)) (local.get $c18)))
                  (local.get $c128)))
              (local.get $byte))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $across
          (i32.lt_u (local.tee $out (i32.add (local.get $out) (i32.const 16))) (local.get $rowEnd))))
      ;; Three pixels at either end stay as they are.
      (i32.store16 (local.get $last) (i32.load16_u (local.get $from)))
      (i32.store8 offset=2 (local.get $last) (i32.load8_u offset=2 (local.get $from)))
      (local.set $at (i32.sub (i32.add (local.get $from) (local.get $width)) (i32.const 3)))
      (i32.store16 (i32.sub (local.get $rowEnd) (i32.const 3)) (i32.load16_u (local.get $at)))
      (i32.store8 (i32.sub (local.get $rowEnd) (i32.const 1)) (i32.load8_u offset=2 (local.get $at)))
      (local.set $from (i32.add (local.get $from) (i32.const 336)))
      (br_if $down
        (i32.lt_u (local.tee $out (i32.add (local.get $last) (i32.const 336))) (local.get $end))))
    ;; Three rows at either end are smooth along themselves only.
    (memory.copy (local.get $to) (local.get $rows) (i32.const 1008))
    (memory.copy
      (i32.add (local.get $to) (i32.sub (local.get $end) (i32.add (local.get $rows) (i32.const 1008))))
      (i32.sub (local.get $end) (i32.const 1008))
      (i32.const 1008))
    (local.set $to (i32.add (local.get $to) (i32.const 1008)))
    (local.set $end (i32.sub (local.get $end) (i32.const 2016)))
    (loop $down
      (local.set $at (local.get $rows))
      (local.set $out (local.get $to))
      (local.set $rowEnd (i32.add (local.get $to) (local.get $width)))
      (loop $across
        (local.set $a (v128.load (local.get $at)))
        (local.set $b (v128.load offset=336 (local.get $at)))
        (local.set $c (v128.load offset=672 (local.get $at)))
        (local.set $d (v128.load offset=1008 (local.get $at)))
        (local.set $e (v128.load offset=1344 (local.get $at)))
        (local.set $f (v128.load offset=1680 (local.get $at)))
        (local.set $g (v128.load offset=2016 (local.get $at)))
        (local.set $low
          (i16x8.add
            (i16x8.add
              (i16x8.mul (v128.and (local.get $d) (local.get $even)) (local.get $c56))
              (i16x8.mul
                (i16x8.add (v128.and (local.get $c) (local.get $even)) (v128.and (local.get $e) (local.get $even)))
                (local.get $c49)))
            (i16x8.add
              (i16x8.add
                (i16x8.mul
                  (i16x8.add (v128.and (local.get $b) (local.get $even)) (v128.and (local.get $f) (local.get $even)))
                  (local.get $c33))
                (i16x8.mul
                  (i16x8.add (v128.and (local.get $a) (local.get $even)) (v128.and (local.get $g) (local.get $even)))
                  (local.get $c18)))
              (local.get $c128))))
        (local.set $high
          (i16x8.add
            (i16x8.add
              (i16x8.mul (i16x8.shr_u (local.get $d) (i32.const 8)) (local.get $c56))
              (i16x8.mul
                (i16x8.add (i16x8.shr_u (local.get $c) (i32.const 8)) (i16x8.shr_u (local.get $e) (i32.const 8)))
                (local.get $c49)))
            (i16x8.add
              (i16x8.add
                (i16x8.mul
                  (i16x8.add (i16x8.shr_u (local.get $b) (i32.const 8)) (i16x8.shr_u (local.get $f) (i32.const 8)))
                  (local.get $c33))
                (i16x8.mul
                  (i16x8.add (i16x8.shr_u (local.get $a) (i32.const 8)) (i16x8.shr_u (local.get $g) (i32.const 8)))
                  (local.get $c18)))
              (local.get $c128))))
        (v128.store
          (local.get $out)
          (v128.or (i16x8.shr_u (local.get $low) (i32.const 8)) (v128.and (local.get $high) (local.get $byte))))
        (local.set $at (i32.add (local.get $at) (i32.const 16)))
        (br_if $across
          (i32.lt_u (local.tee $out (i32.add (local.get $out) (i32.const 16))) (local.get $rowEnd))))
      (local.set $to (i32.add (local.get $to) (i32.const 336)))
      (br_if $down
        (i32.lt_u (local.tee $rows (i32.add (local.get $rows) (i32.const 336))) (local.get $end)))))

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

  ;; Addresses of the $most highest scores from $peaks to $end, what "keepPeaks" wrote and at least one; of equal ones the first
  ;; come first. They are counted, not compared: $places are 4096 words that are 0 before and after. Writes 4 bytes each.
  (func (export "strongest") (param $peaks i32) (param $end i32) (param $most i32) (param $places i32) (param $to i32)
    (local $at i32) (local $place i32) (local $low i32) (local $high i32) (local $sum i32)
    (local.set $at (local.get $peaks))
    (local.set $low (i32.const 4095))
    (loop $count
      (local.set $sum (i32.load offset=4 (local.get $at)))
      (local.set $low (select (local.get $sum) (local.get $low) (i32.lt_u (local.get $sum) (local.get $low))))
      (local.set $high (select (local.get $sum) (local.get $high) (i32.gt_u (local.get $sum) (local.get $high))))
      (local.set $place (i32.add (local.get $places) (i32.shl (local.get $sum) (i32.const 2))))
      (i32.store (local.get $place) (i32.add (i32.load (local.get $place)) (i32.const 1)))
      (br_if $count
        (i32.lt_u (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end))))
    ;; How many score higher, from the highest down.
    (local.set $low (i32.add (local.get $places) (i32.shl (local.get $low) (i32.const 2))))
    (local.set $high (i32.add (local.get $places) (i32.shl (local.get $high) (i32.const 2))))
    (local.set $place (local.get $high))
    (local.set $sum (i32.const 0))
    (loop $higher
      (local.set $at (i32.load (local.get $place)))
      (i32.store (local.get $place) (local.get $sum))
      (local.set $sum (i32.add (local.get $sum) (local.get $at)))
      (br_if $higher
        (i32.ge_u (local.tee $place (i32.sub (local.get $place) (i32.const 4))) (local.get $low))))
    (loop $put
      (local.set $place
        (i32.add (local.get $places) (i32.shl (i32.load offset=4 (local.get $peaks)) (i32.const 2))))
      (local.set $at (i32.load (local.get $place)))
      (i32.store (local.get $place) (i32.add (local.get $at) (i32.const 1)))
      (if (i32.lt_u (local.get $at) (local.get $most))
        (then
          (i32.store
            (i32.add (local.get $to) (i32.shl (local.get $at) (i32.const 2)))
            (i32.load (local.get $peaks)))))
      (br_if $put
        (i32.lt_u (local.tee $peaks (i32.add (local.get $peaks) (i32.const 8))) (local.get $end))))
    (memory.fill
      (local.get $low)
      (i32.const 0)
      (i32.add (i32.sub (local.get $high) (local.get $low)) (i32.const 4))))

  ;; Response of the corners at $count addresses in $list: det - 0.04 · trace² of the second moments of the gradient over 7 × 7
  ;; pixels. Writes [response, an 8-byte number; address; 4 bytes unused] for each.
  (func (export "respond") (param $list i32) (param $count i32) (param $to i32)
    (local $at i32) (local $row i32) (local $dx v128) (local $dy v128) (local $xx v128) (local $yy v128) (local $xy v128)
    (local $seven v128) (local $x f64) (local $y f64) (local $mixed f64)
    (local.set $seven (v128.const i16x8 -1 -1 -1 -1 -1 -1 -1 0))
    (loop $points
      (local.set $at (i32.sub (i32.load (local.get $list)) (i32.const 1347)))
      (local.set $row (i32.const 7))
      (local.set $xx (v128.const i32x4 0 0 0 0))
      (local.set $yy (local.get $xx))
      (local.set $xy (local.get $xx))
      (loop $rows
        (local.set $dx
          (v128.and
            (i16x8.sub
              (v128.load8x8_u offset=337 (local.get $at))
              (v128.load8x8_u offset=335 (local.get $at)))
            (local.get $seven)))
        (local.set $dy
          (v128.and
            (i16x8.sub (v128.load8x8_u offset=672 (local.get $at)) (v128.load8x8_u (local.get $at)))
            (local.get $seven)))
        (local.set $xx (i32x4.add (local.get $xx) (i32x4.dot_i16x8_s (local.get $dx) (local.get $dx))))
        (local.set $yy (i32x4.add (local.get $yy) (i32x4.dot_i16x8_s (local.get $dy) (local.get $dy))))
        (local.set $xy (i32x4.add (local.get $xy) (i32x4.dot_i16x8_s (local.get $dx) (local.get $dy))))
        (local.set $at (i32.add (local.get $at) (i32.const 336)))
        (br_if $rows (local.tee $row (i32.sub (local.get $row) (i32.const 1)))))
      (local.set $x (f64.convert_i32_s (call $sumOfLanes (local.get $xx))))
      (local.set $y (f64.convert_i32_s (call $sumOfLanes (local.get $yy))))
      (local.set $mixed (f64.convert_i32_s (call $sumOfLanes (local.get $xy))))
      (f64.store
        (local.get $to)
        (f64.sub
          (f64.sub (f64.mul (local.get $x) (local.get $y)) (f64.mul (local.get $mixed) (local.get $mixed)))
          (f64.mul
            (f64.mul (f64.const 0.04) (f64.add (local.get $x) (local.get $y)))
            (f64.add (local.get $x) (local.get $y)))))
      (i32.store offset=8 (local.get $to) (i32.load (local.get $list)))
      (local.set $to (i32.add (local.get $to) (i32.const 16)))
      (local.set $list (i32.add (local.get $list) (i32.const 4)))
      (br_if $points (local.tee $count (i32.sub (local.get $count) (i32.const 1))))))

  (func $sumOfLanes (param $lanes v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes)))
      (i32.add (i32x4.extract_lane 2 (local.get $lanes)) (i32x4.extract_lane 3 (local.get $lanes)))))

  ;; Sorts records of 16 bytes from $from to $end, at least one, by the number that each begins with, the highest first, equal ones as they
  ;; come: runs of one, then of two, of four … are merged to and fro between there and $room. Returns where they are at last.
  (func (export "sortDown") (param $from i32) (param $end i32) (param $room i32) (result i32)
    (local $bytes i32) (local $run i32) (local $left i32) (local $right i32) (local $middle i32) (local $stop i32) (local $to i32)
    (local $isLeft i32)
    (local.set $bytes (i32.sub (local.get $end) (local.get $from)))
    (local.set $run (i32.const 16))
    (block $sorted
      (loop $longer
        (br_if $sorted (i32.ge_u (local.get $run) (local.get $bytes)))
        (local.set $left (local.get $from))
        (local.set $to (local.get $room))
        (local.set $end (i32.add (local.get $from) (local.get $bytes)))
        (loop $couples
          (local.set $middle (call $least (i32.add (local.get $left) (local.get $run)) (local.get $end)))
          (local.set $stop (call $least (i32.add (local.get $middle) (local.get $run)) (local.get $end)))
          (local.set $right (local.get $middle))
          (if (i32.lt_u (local.get $right) (local.get $stop))
            (then
              ;; Which of two comes first nobody can foretell: it is selected, not jumped to.
              (loop $merge
                (local.set $isLeft (f64.ge (f64.load (local.get $left)) (f64.load (local.get $right))))
                (v128.store
                  (local.get $to)
                  (v128.load (select (local.get $left) (local.get $right) (local.get $isLeft))))
                (local.set $to (i32.add (local.get $to) (i32.const 16)))
                (local.set $left (i32.add (local.get $left) (i32.shl (local.get $isLeft) (i32.const 4))))
                (local.set $right
                  (i32.add (local.get $right) (i32.sub (i32.const 16) (i32.shl (local.get $isLeft) (i32.const 4)))))
                (br_if $merge
                  (i32.and
                    (i32.lt_u (local.get $left) (local.get $middle))
                    (i32.lt_u (local.get $right) (local.get $stop)))))))
          (local.set $to (call $copyRecords (local.get $left) (local.get $middle) (local.get $to)))
          (local.set $to (call $copyRecords (local.get $right) (local.get $stop) (local.get $to)))
          (br_if $couples (i32.lt_u (local.tee $left (local.get $stop)) (local.get $end))))
        (local.set $to (local.get $from))
        (local.set $from (local.get $room))
        (local.set $room (local.get $to))
        (local.set $run (i32.shl (local.get $run) (i32.const 1)))
        (br $longer)))
    (local.get $from))

  ;; Copies records of 16 bytes; returns where the copies end.
  (func $copyRecords (param $from i32) (param $end i32) (param $to i32) (result i32)
    (block $copied
      (loop $records
        (br_if $copied (i32.ge_u (local.get $from) (local.get $end)))
        (v128.store (local.get $to) (v128.load (local.get $from)))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (local.set $from (i32.add (local.get $from) (i32.const 16)))
        (br $records)))
    (local.get $to))

  (func $least (param $one i32) (param $other i32) (result i32)
    (select (local.get $one) (local.get $other) (i32.lt_u (local.get $one) (local.get $other))))

  ;; Takes of $count sorted records of "respond" the first $most, at most $quota of them from any one square cell of $side pixels,
  ;; $columns cells a row. $taken is a byte for each cell, all 0 before. Writes their addresses, 4 bytes each, and returns how many.
  (func (export "choose")
    (param $sorted i32) (param $count i32) (param $plane i32) (param $side i32) (param $columns i32) (param $quota i32)
    (param $taken i32) (param $most i32) (param $to i32)
    (result i32)
    (local $pixel i32) (local $cell i32) (local $chosen i32)
    (block $enough
      (loop $corners
        (br_if $enough (i32.eqz (local.get $count)))
        (br_if $enough (i32.eq (local.get $chosen) (local.get $most)))
        (local.set $pixel (i32.sub (i32.load offset=8 (local.get $sorted)) (local.get $plane)))
        (local.set $cell
          (i32.add
            (local.get $taken)
            (i32.add
              (i32.mul (i32.div_u (i32.div_u (local.get $pixel) (i32.const 336)) (local.get $side)) (local.get $columns))
              (i32.div_u (i32.rem_u (local.get $pixel) (i32.const 336)) (local.get $side)))))
        (if (i32.lt_u (i32.load8_u (local.get $cell)) (local.get $quota))
          (then
            (i32.store8 (local.get $cell) (i32.add (i32.load8_u (local.get $cell)) (i32.const 1)))
            (i32.store
              (i32.add (local.get $to) (i32.shl (local.get $chosen) (i32.const 2)))
              (i32.load offset=8 (local.get $sorted)))
            (local.set $chosen (i32.add (local.get $chosen) (i32.const 1)))))
        (local.set $sorted (i32.add (local.get $sorted) (i32.const 16)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $corners)))
    (local.get $chosen))

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
        (i32.lt_u (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $last))))))
