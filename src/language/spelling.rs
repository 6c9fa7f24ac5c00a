//! How a word is spelt, in an alphabet of 32 symbols that tells languages apart.
//!
//! Symbol 0 is the edge of a word and stands for an apostrophe and for figures too, 1 to
//! 26 are the letters, the five others are families of letters with a sign.

/// How many symbols there are.
pub(super) const SYMBOLS: usize = 32;

/// The edge of a word.
pub(super) const EDGE: u8 = 0;

const NORDIC: u8 = 27;
const UMLAUT: u8 = 28;
const FRENCH: u8 = 29;
const IBERIAN: u8 = 30;
const EASTERN: u8 = 31;

/// Letters beyond these are not looked at: no word of a language is this long.
const LONGEST: usize = 40;

/// The symbols of one word.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    symbols: [u8; LONGEST],
    length: usize,
    /// How many characters belong to another alphabet.
    foreign: usize,
}

impl Spelling {
    pub(super) fn of(word: &str) -> Self {
        let mut spelling = Self { symbols: [EDGE; LONGEST], length: 0, foreign: 0 };
        for c in word.chars() {
            match symbol(c) {
                Symbol::Latin(symbol) => spelling.push(symbol),
                Symbol::Foreign => spelling.foreign += 1,
                Symbol::Nothing => {}
            }
        }
        spelling
    }

    /// Other symbols than those of a word: what stands at one side of an apostrophe.
    pub(super) fn from_symbols(symbols: impl IntoIterator<Item = u8>) -> Self {
        let mut spelling = Self { symbols: [EDGE; LONGEST], length: 0, foreign: 0 };
        symbols.into_iter().for_each(|symbol| spelling.push(symbol));
        spelling
    }

    fn push(&mut self, symbol: u8) {
        if let Some(place) = self.symbols.get_mut(self.length) {
            *place = symbol;
            self.length += 1;
        }
    }

    /// The symbols, in order.
    pub(super) fn symbols(&self) -> &[u8] {
        self.symbols.get(..self.length).unwrap_or_default()
    }

    /// How many characters are of another alphabet.
    pub(super) const fn foreign(&self) -> usize {
        self.foreign
    }

    /// A number for looking the word up.
    pub(super) fn hash(&self) -> u64 {
        let mix = |hash: u64, &symbol: &u8| {
            (hash.rotate_left(5) ^ u64::from(symbol)).wrapping_mul(0x517c_c1b7_2722_0a95)
        };
        // The length goes in so that a leading edge, which is 0, counts.
        let hash = self.symbols().iter().fold(self.length as u64, mix);
        hash ^ hash >> 29
    }
}

enum Symbol {
    Latin(u8),
    Foreign,
    Nothing,
}

fn symbol(c: char) -> Symbol {
    if let Ok(byte) = u8::try_from(c)
        && byte.is_ascii()
    {
        return Symbol::Latin(match byte {
            b'a'..=b'z' => byte - b'a' + 1,
            b'A'..=b'Z' => byte - b'A' + 1,
            _ => EDGE,
        });
    }
    let small = c.to_lowercase().next().unwrap_or(c);
    let symbol = match small {
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{b4}' => EDGE,
        'å' | 'æ' | 'ø' => NORDIC,
        'ä' | 'ö' | 'ü' | 'ß' => UMLAUT,
        'é' | 'è' | 'ê' | 'à' | 'ç' | 'â' | 'î' | 'ô' | 'û' | 'ë' | 'ï' | 'ù' | 'œ' => {
            FRENCH
        }
        'ñ' | 'á' | 'í' | 'ó' | 'ú' | 'ã' | 'õ' | 'ò' | 'ì' => IBERIAN,
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => EASTERN,
        c if c.is_alphabetic() => return Symbol::Foreign,
        _ => return Symbol::Nothing,
    };
    Symbol::Latin(symbol)
}
