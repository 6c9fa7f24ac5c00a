//! How long a label of a host name is once it is encoded in ASCII: the procedure of
//! [RFC 3492](https://www.rfc-editor.org/rfc/rfc3492), section 6.3, counting instead of
//! writing.

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 128;
const PREFIX_LENGTH: usize = 4;

/// The length of `label` once encoded; `None` when that is certainly more than `most`, or
/// beyond what can be encoded.
pub(super) fn encoded_length(label: &str, most: usize) -> Option<usize> {
    if label.is_ascii() {
        return Some(label.len());
    }
    // Every character takes at least one letter, so this bounds the work below.
    let points: Vec<u32> = label.chars().take(most + 1).map(u32::from).collect();
    if points.len() > most {
        return None;
    }
    let basic = points.iter().filter(|point| **point < INITIAL_N).count();
    let mut length = PREFIX_LENGTH + basic + usize::from(basic > 0);
    let (mut n, mut delta, mut bias) = (INITIAL_N, 0_u32, INITIAL_BIAS);
    let mut handled = u32::try_from(basic).ok()?;
    let mut first = true;
    while let Some(next) = points.iter().copied().filter(|point| *point >= n).min() {
        delta = delta.checked_add((next - n).checked_mul(handled + 1)?)?;
        n = next;
        for point in &points {
            if *point < n {
                delta = delta.checked_add(1)?;
            }
            if *point == n {
                length += digits(delta, bias);
                bias = adapt(delta, handled + 1, first);
                (delta, first) = (0, false);
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        n += 1;
    }
    Some(length)
}

/// How many letters the variable-length integer `delta` takes.
fn digits(delta: u32, bias: u32) -> usize {
    let mut rest = delta;
    let mut count = 1;
    let mut k = BASE;
    loop {
        let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < threshold {
            return count;
        }
        rest = (rest - threshold) / (BASE - threshold);
        count += 1;
        k += BASE;
    }
}

fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::encoded_length;

    #[test]
    fn lengths_are_those_of_the_encoded_names() {
        for (label, encoded) in [
            ("abc", "abc"),
            ("bücher", "xn--bcher-kva"),
            ("münchen", "xn--mnchen-3ya"),
            ("рф", "xn--p1ai"),
            ("中国", "xn--fiqs8s"),
            ("☃", "xn--n3h"),
            ("español", "xn--espaol-zwa"),
        ] {
            assert_eq!(encoded_length(label, 63), Some(encoded.len()), "{label}");
        }
        assert_eq!(encoded_length(&"é".repeat(64), 63), None);
        assert!(encoded_length(&"é".repeat(63), 63) > Some(63));
    }
}
