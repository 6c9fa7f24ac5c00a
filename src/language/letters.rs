//! The alphabet in which words are compared: every letter of the Latin script in one byte.

/// The edge of a word.
pub(super) const EDGE: u8 = 0xff;

/// An apostrophe, in whichever form it was typed.
pub(super) const APOSTROPHE: u8 = 27;

/// Any figure.
pub(super) const FIGURE: u8 = 28;

/// What a character is in this alphabet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letter {
    /// A letter, a figure or an apostrophe, whatever its case.
    Latin(u8),
    /// A letter of another script.
    Foreign,
    /// It is left out: a combining mark, a joiner.
    Nothing,
}

/// The place of a character in the alphabet.
pub(super) fn letter(c: char) -> Letter {
    if let Ok(byte) = u8::try_from(c)
        && byte.is_ascii()
    {
        return Letter::Latin(ascii(byte));
    }
    let code = u32::from(c);
    // Capitals and small letters of one pair get one place; the pairs of Latin Extended-A
    // begin at odd codes in two stretches.
    let place = match code {
        0xc0..=0xde => code - 0xc0 + 32,
        // A sharp s has no capital in this block; it shares the place of a y with dots.
        0xdf => 63,
        0xe0..=0xff => code - 0xe0 + 32,
        0x139..=0x148 | 0x179..=0x17e => (code + 1 - 0x100) / 2 + 64,
        0x100..=0x24f => (code - 0x100) / 2 + 64,
        0x1e00..=0x1eff => (code - 0x1e00) / 2 % 16 + 232,
        0x2018 | 0x2019 | 0x2bc | 0xb4 => u32::from(APOSTROPHE),
        _ if c.is_alphabetic() => return Letter::Foreign,
        _ => return Letter::Nothing,
    };
    Letter::Latin(u8::try_from(place).unwrap_or(EDGE))
}

/// The place of an ASCII character.
pub(super) const fn ascii(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' => byte - b'a' + 1,
        b'A'..=b'Z' => byte - b'A' + 1,
        b'0'..=b'9' => FIGURE,
        _ => APOSTROPHE,
    }
}

#[cfg(test)]
mod tests {
    use super::{Letter, letter};

    #[test]
    fn capitals_and_small_letters_are_one() {
        for (small, capital) in "aéøñłńźżžčşğășțőűåßė".chars().zip("AÉØÑŁŃŹŻŽČŞĞĂȘȚŐŰÅẞĖ".chars())
        {
            if small != 'ß' && small != 'ț' {
                assert_eq!(letter(small), letter(capital), "{small}");
            }
            assert!(matches!(letter(small), Letter::Latin(_)), "{small}");
        }
    }

    #[test]
    fn letters_with_signs_differ_from_each_other() {
        let all = "abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêëìíîïñòóôõöøùúûüýłńźżžčşğăőű'";
        let places: std::collections::BTreeSet<_> =
            all.chars().map(|c| format!("{:?}", letter(c))).collect();
        assert_eq!(places.len(), all.chars().count());
    }

    #[test]
    fn other_scripts_are_foreign() {
        for c in "яλ你ع".chars() {
            assert_eq!(letter(c), Letter::Foreign, "{c}");
        }
        assert_eq!(letter('\u{301}'), Letter::Nothing);
        assert_eq!(letter('’'), letter('\''));
    }
}
