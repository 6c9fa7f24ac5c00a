//! How a word is spelt: its letters, the key under which it is listed, and the pieces of
//! two to five letters it is made of.

use super::letters::{EDGE, FIGURE, Letter, ascii, letter};

/// Letters beyond these are not looked at: no word of a language is this long.
pub(super) const LONGEST: usize = 40;

/// A letter that stands more often than this in a row is drawn out for effect.
const IN_A_ROW: usize = 2;

/// Spreads the bits of a key: the golden ratio of 64 bits.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// A short word fits in one number.
const SHORT: usize = 8;

/// The letters of one word. A letter that is drawn out (`heeeel`) stands twice.
#[derive(Clone, Copy, Debug)]
pub struct Spelling {
    /// The edge of the word stands behind the last letter.
    letters: [u8; LONGEST + 1],
    length: usize,
    /// How many characters belong to another script.
    foreign: usize,
    /// The bits of the letters that were drawn out: the second of the two.
    drawn_out: u64,
}

impl Spelling {
    const fn empty() -> Self {
        Self { letters: [EDGE; LONGEST + 1], length: 0, foreign: 0, drawn_out: 0 }
    }

    /// The letters of `word`.
    #[must_use]
    pub fn of(word: &str) -> Self {
        let mut spelling = Self::empty();
        let (mut last, mut run) = (EDGE, 0);
        let mut push = |letter: u8| {
            run = if letter == last { run + 1 } else { 1 };
            last = letter;
            if run > IN_A_ROW {
                spelling.drawn_out |= 1_u64.checked_shl(spelling.last()).unwrap_or_default();
            } else if spelling.length < LONGEST {
                spelling.push(letter);
            }
        };
        if word.is_ascii() {
            word.bytes().for_each(|byte| push(ascii(byte)));
            return spelling;
        }
        let mut foreign = 0;
        for c in word.chars() {
            match letter(c) {
                Letter::Latin(letter) => push(letter),
                Letter::Foreign => foreign += 1,
                Letter::Nothing => {}
            }
        }
        spelling.foreign = foreign;
        spelling
    }

    fn push(&mut self, letter: u8) {
        if let Some(place) = self.letters.get_mut(self.length) {
            *place = letter;
            self.length += 1;
        }
    }

    /// The place of the last letter.
    fn last(&self) -> u32 {
        u32::try_from(self.length).unwrap_or(u32::MAX).wrapping_sub(1)
    }

    /// The letters, in order.
    pub(super) fn letters(&self) -> &[u8] {
        self.letters.get(..self.length).unwrap_or_default()
    }

    /// How many characters are of another script.
    #[must_use]
    pub const fn foreign(&self) -> usize {
        self.foreign
    }

    /// The same with each letter that is drawn out only once, if there is one.
    pub(super) fn squeezed(&self) -> Option<Self> {
        if self.drawn_out == 0 {
            return None;
        }
        let mut squeezed = Self::empty();
        for (nth, letter) in self.letters().iter().enumerate() {
            if self.drawn_out >> nth & 1 == 0 {
                squeezed.push(*letter);
            }
        }
        Some(squeezed)
    }

    /// The number under which the word is listed.
    #[must_use]
    pub fn key(&self) -> u64 {
        let packed = self.letters().chunks(SHORT).map(|chunk| chunk.iter().copied().fold(0, pack));
        let key = packed.fold(self.length as u64, mixed);
        key ^ key >> 29
    }

    /// Calls `each` with a number of `bits` bits for every piece of the word that has two to
    /// five letters. The edges of the word count as letters.
    #[inline]
    pub fn pieces(&self, bits: u32, mut each: impl FnMut(usize)) {
        let mut window = u64::from(EDGE);
        let mut each = |window: u64, length: u32| {
            each(place(window & ((1 << (8 * length)) - 1), bits));
        };
        let letters = self.letters.get(..=self.length).unwrap_or_default();
        let (first, others) = letters.split_at(letters.len().min(3));
        for (letter, seen) in first.iter().zip(2..) {
            window = pack(window, *letter);
            (2..=seen).for_each(|length| each(window, length));
        }
        for letter in others {
            window = pack(window, *letter);
            (2..=5).for_each(|length| each(window, length));
        }
    }

    /// Whether it is no word: a single letter, a code with figures in it, or laughter and the
    /// like, which is made of one or two letters.
    pub(super) fn is_noise(&self) -> bool {
        let letters = self.letters();
        let Some(&first) = letters.first() else { return true };
        let other = letters.iter().copied().find(|&letter| letter != first);
        let two = letters.iter().all(|&letter| letter == first || Some(letter) == other);
        letters.len() < 2
            || other.is_none()
            || two && letters.len() > 3
            || letters.contains(&FIGURE)
    }
}

/// The key and the number of letters of a word of few ASCII letters, none of which is drawn
/// out: what [`Spelling`] says of it, in fewer steps. Most words are such.
#[inline]
pub(super) fn short(word: &str) -> Option<(u64, usize)> {
    let length = word.len();
    if length == 0 || length > SHORT || !word.is_ascii() {
        return None;
    }
    let packed = word.bytes().fold(0, |packed, byte| pack(packed, ascii(byte)));
    // A byte of `twins` is nothing where a letter is the same as the one before it; what
    // follows is how nothing is found in all bytes at once. It may find one too many, beside
    // another, never one too few.
    let twins = packed ^ packed >> 8;
    let found = twins.wrapping_sub(ONES) & !twins & ONES << 7 & ((1 << (8 * (length - 1))) - 1);
    let key = mixed(length as u64, packed);
    (found & found >> 8 == 0).then_some((key ^ key >> 29, length))
}

/// A one in each byte.
const ONES: u64 = 0x0101_0101_0101_0101;

const fn pack(packed: u64, letter: u8) -> u64 {
    packed << 8 | letter as u64
}

const fn mixed(key: u64, packed: u64) -> u64 {
    (key.rotate_left(23) ^ packed).wrapping_mul(SPREAD)
}

#[expect(clippy::cast_possible_truncation, reason = "at most sixteen bits are left")]
const fn place(piece: u64, bits: u32) -> usize {
    (piece.wrapping_mul(SPREAD) >> (64 - bits)) as usize
}

#[cfg(test)]
mod tests {
    use super::{Spelling, short};
    use proptest::prelude::*;

    #[test]
    fn a_drawn_out_word_is_no_short_one() {
        for word in ["zooo", "aaaa", "", "één", "langewoord"] {
            assert_eq!(short(word), None, "{word}");
        }
        assert!(short("Amsterdam").is_none());
        assert_eq!(short("Niet"), short("nIET"));
        assert_ne!(short("niet"), short("neit"));
    }

    #[test]
    fn pieces_are_of_two_to_five_letters_with_the_edges() {
        let count = |word: &str| {
            let mut count = 0;
            Spelling::of(word).pieces(15, |_| count += 1);
            count
        };
        // A word of three letters has five places with its edges: 4 + 3 + 2 + 1 pieces.
        assert_eq!([count("a"), count("ab"), count("abc"), count("abcd")], [3, 6, 10, 14]);
    }

    proptest! {
        #[test]
        fn short_says_what_the_spelling_says(word in "[a-cA-C']{1,8}") {
            let spelling = Spelling::of(&word);
            if let Some((key, letters)) = short(&word) {
                prop_assert_eq!((key, letters), (spelling.key(), spelling.letters().len()));
                prop_assert!(spelling.squeezed().is_none());
            }
        }
    }
}
