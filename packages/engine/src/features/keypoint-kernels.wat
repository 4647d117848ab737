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
        (i32.lt_u (local.tee $rows (i32.add (local.get $rows) (i32.const 336))) (local.get $end))))))
