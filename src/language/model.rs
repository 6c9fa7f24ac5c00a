//! The trained weights, as they lie in `data/language/model.bin`.
//!
//! The file is written by the trainer. It begins with a head: eight bytes that say what it
//! is, the version of the format, the length of what follows and its checksum. Then come,
//! with their lengths in front, a text that names what the model was trained on, and the
//! weights. All numbers are little-endian.

use super::words::Vocabulary;

/// How many languages have weights. The weights of a language that is none of these are
/// all nothing: those of the others are relative to it.
pub const LANGUAGES: usize = 16;

/// The codes of the languages, in the order of the weights.
pub const CODES: [&str; LANGUAGES] = [
    "nl", "en", "de", "af", "fy", "fr", "es", "it", "pt", "da", "nb", "sv", "id", "tr", "pl", "ro",
];

/// The place of Dutch.
pub const DUTCH: usize = 0;
/// The place of English.
pub const ENGLISH: usize = 1;
/// The place of a language that is none of those with weights.
pub const OPEN: usize = LANGUAGES;

/// What the file begins with.
pub const MAGIC: [u8; 8] = *b"WCLANG\r\n";

/// The version of the format that is read.
pub const VERSION: u32 = 1;

/// A weight of a word that counts for no language.
pub const NEUTRAL: u8 = 0x80;

/// The number of parts into which the list of words is cut.
pub const PARTS: usize = 1 << PART_BITS;
const PART_BITS: u32 = 13;

/// The model that comes with the crate; a test holds it against its checksum.
static SHIPPED: Model<'static> = match Model::of(include_bytes!("../../data/language/model.bin")) {
    Some(model) => model,
    None => Model::EMPTY,
};

/// Messages of one, two, three and of more words each have their own expectation.
pub const LENGTHS: usize = 4;

/// How probable each language is before a word was read, in units.
pub(super) type Before = [i16; LANGUAGES + 1];

/// What one word says of each language, in units.
pub(super) type Row = [i8; LANGUAGES];

/// A model, read in place.
#[derive(Clone, Copy, Debug)]
pub struct Model<'b> {
    sources: &'b [u8],
    /// How much of a factor e one unit is.
    unit: f32,
    bits: u32,
    before: [Before; LENGTHS],
    parts: &'b [[u8; 2]],
    checks: &'b [[u8; 2]],
    words: &'b [[u8; LANGUAGES]],
    pieces: &'b [[u8; LANGUAGES]],
}

impl Model<'static> {
    /// The model that comes with the crate.
    pub(super) const fn shipped() -> &'static Self {
        &SHIPPED
    }
}

impl<'b> Model<'b> {
    /// Knows nothing.
    const EMPTY: Self = Self {
        sources: &[],
        unit: 0.0,
        bits: 1,
        before: [[0; LANGUAGES + 1]; LENGTHS],
        parts: &[],
        checks: &[],
        words: &[],
        pieces: &[],
    };

    /// Reads a file; nothing when it has another format or another length. The checksum is
    /// not looked at.
    #[must_use]
    pub const fn of(bytes: &'b [u8]) -> Option<Self> {
        let mut rest = Bytes(bytes);
        let Some(magic) = rest.take(8) else { return None };
        let Some(version) = rest.number() else { return None };
        let Some(length) = rest.number() else { return None };
        let Some(_checksum) = rest.take(8) else { return None };
        if !same(magic, MAGIC) || version != VERSION || length as usize != rest.0.len() {
            return None;
        }
        let Some(length) = rest.number() else { return None };
        let Some(sources) = rest.take(length as usize) else { return None };
        let Some(unit) = rest.number() else { return None };
        let Some(bits) = rest.number() else { return None };
        let Some(words) = rest.number() else { return None };
        if bits == 0 || bits > 16 || words > 0xffff {
            return None;
        }
        let mut before = [[0; LANGUAGES + 1]; LENGTHS];
        let mut left: &mut [i16] = before.as_flattened_mut();
        while let Some((first, others)) = left.split_first_mut() {
            let Some([low, high]) = rest.take(2) else { return None };
            *first = i16::from_le_bytes([*low, *high]);
            left = others;
        }
        let Some(parts) = rest.take((PARTS + 1) * 2) else { return None };
        let Some(checks) = rest.take(words as usize * 2) else { return None };
        let Some(words) = rest.take(words as usize * LANGUAGES) else { return None };
        let Some(pieces) = rest.take(LANGUAGES << bits) else { return None };
        if !rest.0.is_empty() {
            return None;
        }
        Some(Self {
            sources,
            unit: f32::from_bits(unit),
            bits,
            before,
            parts: parts.as_chunks().0,
            checks: checks.as_chunks().0,
            words: words.as_chunks().0,
            pieces: pieces.as_chunks().0,
        })
    }

    /// What the model was trained on: a line for each source, with the number of texts.
    #[must_use]
    pub fn sources(&self) -> &'b str {
        std::str::from_utf8(self.sources).unwrap_or_default()
    }

    /// How much of a factor e one unit of the weights is.
    #[must_use]
    pub const fn unit(&self) -> f32 {
        self.unit
    }

    /// How probable each language is before one of so many words was read.
    pub(super) fn before(&self, words: usize) -> Before {
        self.before.get(length(words)).copied().unwrap_or_default()
    }

    /// What a listed word says; nothing for one that counts for no language.
    #[inline]
    pub(super) fn listed(&self, place: usize) -> Option<Row> {
        let bytes = self.words.get(place)?;
        (*bytes != [NEUTRAL; LANGUAGES]).then(|| bytes.map(u8::cast_signed))
    }

    /// What the pieces of a word say, together.
    #[inline]
    pub(super) fn spelt(&self, spelling: &super::spelling::Spelling) -> Row {
        let mut sums = [0_i16; LANGUAGES];
        spelling.pieces(self.bits, |place| {
            if let Some(bytes) = self.pieces.get(place) {
                for (sum, byte) in sums.iter_mut().zip(bytes) {
                    *sum += i16::from(byte.cast_signed());
                }
            }
        });
        sums.map(|sum| i8::try_from(sum.clamp(-127, 127)).unwrap_or_default())
    }
}

impl Vocabulary for Model<'_> {
    #[inline]
    fn find(&self, key: u64) -> Option<usize> {
        let part = part(key);
        let bound = |part: usize| self.parts.get(part).map(|b| usize::from(u16::from_le_bytes(*b)));
        let (start, end) = (bound(part)?, bound(part + 1)?);
        let wanted = check(key);
        let nth = self.checks.get(start..end)?.iter().position(|check| *check == wanted)?;
        Some(start + nth)
    }
}

/// The place of the expectation for so many words.
#[must_use]
pub fn length(words: usize) -> usize {
    words.clamp(1, LENGTHS) - 1
}

/// The part of the list in which the word with this key is.
#[must_use]
pub const fn part(key: u64) -> usize {
    (key >> (64 - PART_BITS)) as usize
}

/// What is kept of a key to tell the words of one part from each other.
#[must_use]
pub const fn check(key: u64) -> [u8; 2] {
    let [low, high, ..] = key.to_le_bytes();
    [low, high]
}

const fn same(bytes: &[u8], magic: [u8; 8]) -> bool {
    match bytes.first_chunk::<8>() {
        Some(bytes) => u64::from_le_bytes(*bytes) == u64::from_le_bytes(magic),
        None => false,
    }
}

/// Bytes that are read from the front.
struct Bytes<'b>(&'b [u8]);

impl<'b> Bytes<'b> {
    const fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        match self.0.split_at_checked(length) {
            Some((taken, rest)) => {
                self.0 = rest;
                Some(taken)
            }
            None => None,
        }
    }

    const fn number(&mut self) -> Option<u32> {
        match self.0.split_first_chunk::<4>() {
            Some((taken, rest)) => {
                self.0 = rest;
                Some(u32::from_le_bytes(*taken))
            }
            None => None,
        }
    }
}
