//! What characters weigh on X: version 3 of its configuration,
//! <https://github.com/twitter/twitter-text/blob/master/config/v3.json>, where a scale of
//! 100 divides weights of 100 and 200.

use super::emoji;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

const LIGHT: usize = 1;
const HEAVY: usize = 2;

const fn weight(c: char) -> usize {
    match c as u32 {
        0..=4351 | 8192..=8205 | 8208..=8223 | 8242..=8247 => LIGHT,
        _ => HEAVY,
    }
}

/// What `text`, without links, weighs. A run of ASCII weighs what it is long, save its last
/// character, to which what follows may belong.
pub(super) fn of(text: &str, whole_emoji: bool) -> usize {
    let mut total = 0;
    let mut rest = text;
    while let Some(other) = rest.bytes().position(|byte| !byte.is_ascii()) {
        let alone = other.saturating_sub(1);
        let mixed = rest.get(alone..).unwrap_or_default();
        let first = other - alone;
        let end = mixed.bytes().skip(first).position(|byte| byte.is_ascii());
        let end = end.map_or(mixed.len(), |end| first + end);
        let (mixed, after) = mixed.split_at_checked(end).unwrap_or_default();
        let graphemes = mixed.graphemes(true).map(|grapheme| of_grapheme(grapheme, whole_emoji));
        total += alone * LIGHT + graphemes.sum::<usize>();
        rest = after;
    }
    total + rest.len() * LIGHT
}

fn of_grapheme(grapheme: &str, whole_emoji: bool) -> usize {
    if !whole_emoji {
        return grapheme.nfc().map(weight).sum();
    }
    let chars: Vec<char> = grapheme.nfc().collect();
    let mut rest = chars.as_slice();
    let mut total = 0;
    while let Some(&first) = rest.first() {
        let taken = emoji::sequence(rest);
        total += if taken == 0 { weight(first) } else { HEAVY };
        rest = rest.get(taken.max(1)..).unwrap_or_default();
    }
    total
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn characters_weigh_what_the_configuration_says() {
        for (text, weighs) in [
            ("", 0),
            ("Dag!\r\n", 6),
            ("é", 1),
            ("e\u{301}", 1),
            ("\u{10ff}", 1),
            ("\u{1100}", 2),
            ("\u{200d}", 1),
            ("\u{200e}", 2),
            ("\u{2010}\u{201f}", 2),
            ("\u{2020}", 2),
            ("\u{2032}\u{2037}", 2),
            ("\u{2038}", 2),
            ("€", 2),
            ("–", 1),
            ("…", 2),
            ("👩‍🔧", 2),
            ("👍🏽👍🏽", 4),
            ("1\u{fe0f}\u{20e3}", 2),
            ("nr 1\u{fe0f}\u{20e3}2\u{20e3} en e\u{301}", 12),
        ] {
            assert_eq!(of(text, true), weighs, "{text:?}");
        }
        assert_eq!(of("👩‍🔧", false), 5);
    }
}
