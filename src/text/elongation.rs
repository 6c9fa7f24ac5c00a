//! Words drawn out for effect: "sooooo", "heeeel".

/// So many equal letters in a row are more than spelling asks for.
const DRAWN_OUT: usize = 3;

/// In so many runs both a double and a single letter are tried; in later ones a single.
const TRIED: usize = 3;

/// Whether a letter stands three times or more in a row.
pub(crate) fn is_elongated(word: &str) -> bool {
    // The bytes of a letter that stands three times in a row repeat after its length.
    let repeats = |size: usize| {
        let (bytes, later) = (word.as_bytes(), word.as_bytes().get(size..).unwrap_or_default());
        let mut equal = 0;
        bytes.iter().zip(later).any(|(byte, later)| {
            equal = if byte == later { equal + 1 } else { 0 };
            equal >= 2 * size
        })
    };
    let may = repeats(1) || !word.is_ascii() && (2..=4).any(repeats);
    may && is_drawn(word)
}

fn is_drawn(word: &str) -> bool {
    let mut length = 0;
    let mut previous = None;
    for c in word.chars() {
        length = if previous == Some(c) { length + 1 } else { 1 };
        previous = Some(c);
        if length >= DRAWN_OUT && c.is_alphabetic() {
            return true;
        }
    }
    false
}

/// What a drawn-out word may stand for, doubles first: `heeeel` gives `heel` and `hel`,
/// `sooo` gives `soo` and `so`. Nothing when it is not drawn out. Give it a word that is
/// [folded](super::fold), since `Ooo` is drawn out as well.
///
/// At most eight forms.
pub(crate) fn squeezed(word: &str) -> Vec<String> {
    let runs = runs(word);
    let drawn_out = runs.iter().filter(|(c, length)| is_drawn_out(*c, *length)).count();
    if drawn_out == 0 {
        return Vec::new();
    }
    let tried = drawn_out.min(TRIED);
    (0..1_u32 << tried).map(|singles| spell(&runs, singles, tried)).collect()
}

fn is_drawn_out(c: char, length: usize) -> bool {
    length >= DRAWN_OUT && c.is_alphabetic()
}

/// The letters of `word` with how often each stands in a row.
fn runs(word: &str) -> Vec<(char, usize)> {
    let mut runs: Vec<(char, usize)> = Vec::new();
    for c in word.chars() {
        match runs.last_mut() {
            Some((last, length)) if *last == c => *length += 1,
            _ => runs.push((c, 1)),
        }
    }
    runs
}

/// The word with its drawn-out runs short: single where the bit of the run in `singles`
/// is set, else double.
fn spell(runs: &[(char, usize)], singles: u32, tried: usize) -> String {
    let mut spelled = String::new();
    let mut nth = 0;
    for &(c, length) in runs {
        let times = if is_drawn_out(c, length) {
            let single = nth >= tried || singles >> nth & 1 == 1;
            nth += 1;
            if single { 1 } else { 2 }
        } else {
            length
        };
        spelled.extend(std::iter::repeat_n(c, times));
    }
    spelled
}
