//! Words without what people leave out when they type: capitals and accents.

use super::class::{is_apostrophe, is_invisible};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// `word` in small letters, without accents and invisible characters, with a plain
/// apostrophe: `Geïrriteerd` gives `geirriteerd`, `auto’s` gives `auto's`. Letters in
/// another coat (`ﬁ`, `ｏｋ`, `𝗼𝗸`) become plain ones.
pub(crate) fn fold(word: &str) -> Cow<'_, str> {
    let is_plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase() && byte != b'`';
    if word.bytes().all(is_plain) {
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    write(word, &mut folded);
    Cow::Owned(folded)
}

fn write(word: &str, folded: &mut String) {
    if word.is_ascii() {
        folded.extend(word.chars().map(|c| if c == '`' { '\'' } else { c.to_ascii_lowercase() }));
        return;
    }
    let plain = word.chars().map(|c| if is_apostrophe(c) { '\'' } else { c });
    for c in plain.nfkd().flat_map(char::to_lowercase).nfkd() {
        match c {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'đ' | 'ð' => folded.push('d'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            c if is_apostrophe(c) => folded.push('\''),
            c if canonical_combining_class(c) != 0 || is_invisible(c) => {}
            c => folded.push(c),
        }
    }
}
