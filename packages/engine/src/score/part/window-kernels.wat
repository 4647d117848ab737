;; Sums over a masked template and every window of a plane under it. All planes hold 16-bit words; the template and its
;; mask (all ones or zero) have rows of $vectors whole vectors, zero beyond their width. Up to 15 bytes beyond a row of
;; the plane are read, and count for nothing.
(module
  (memory (export "memory") 1)

  (func $total (param $lanes v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $lanes)) (i32x4.extract_lane 1 (local.get $lanes)))
      (i32.add (i32x4.extract_lane 2 (local.get $lanes)) (i32x4.extract_lane 3 (local.get $lanes)))))

  ;; Writes three words for each of $across × $down windows: the sum of products with the template, and, of what the mask
  ;; leaves of the window, the sum and the sum of squares.
  (func (export "slide")
    (param $template i32) (param $mask i32) (param $vectors i32) (param $rows i32)
    (param $plane i32) (param $stride i32) (param $across i32) (param $down i32) (param $out i32)
    (local $x i32) (local $row i32) (local $left i32) (local $from i32) (local $at i32) (local $maskAt i32) (local $line i32)
    (local $seen v128) (local $products v128) (local $sums v128) (local $squares v128) (local $ones v128)
    (local.set $ones (v128.const i16x8 1 1 1 1 1 1 1 1))
    (loop $next-line
      (local.set $x (i32.const 0))
      (loop $next-window
        (local.set $products (v128.const i32x4 0 0 0 0))
        (local.set $sums (local.get $products))
        (local.set $squares (local.get $products))
        (local.set $at (local.get $template))
        (local.set $maskAt (local.get $mask))
        (local.set $line (i32.add (local.get $plane) (i32.shl (local.get $x) (i32.const 1))))
        (local.set $row (local.get $rows))
        (loop $next-row
          (local.set $from (local.get $line))
          (local.set $left (local.get $vectors))
          (loop $next-vector
            (local.set $seen (v128.and (v128.load (local.get $from)) (v128.load (local.get $maskAt))))
            (local.set $products
              (i32x4.add (local.get $products) (i32x4.dot_i16x8_s (local.get $seen) (v128.load (local.get $at)))))
            (local.set $sums (i32x4.add (local.get $sums) (i32x4.dot_i16x8_s (local.get $seen) (local.get $ones))))
            (local.set $squares (i32x4.add (local.get $squares) (i32x4.dot_i16x8_s (local.get $seen) (local.get $seen))))
            (local.set $from (i32.add (local.get $from) (i32.const 16)))
            (local.set $at (i32.add (local.get $at) (i32.const 16)))
            (local.set $maskAt (i32.add (local.get $maskAt) (i32.const 16)))
            (br_if $next-vector (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))
          (local.set $line (i32.add (local.get $line) (local.get $stride)))
          (br_if $next-row (local.tee $row (i32.sub (local.get $row) (i32.const 1)))))
        (i32.store (local.get $out) (call $total (local.get $products)))
        (i32.store offset=4 (local.get $out) (call $total (local.get $sums)))
        (i32.store offset=8 (local.get $out) (call $total (local.get $squares)))
        (local.set $out (i32.add (local.get $out) (i32.const 12)))
        (br_if $next-window (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 1))) (local.get $across))))
      (local.set $plane (i32.add (local.get $plane) (local.get $stride)))
      (br_if $next-line (local.tee $down (i32.sub (local.get $down) (i32.const 1)))))))
