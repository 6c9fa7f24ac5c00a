//! Web addresses: where they end, and what is a domain.

/// Endings of domains that are common in Dutch and English messages and are not words
/// that may follow a full stop without a blank.
const ENDINGS: [&str; 22] = [
    "nl",
    "be",
    "com",
    "org",
    "net",
    "eu",
    "io",
    "fr",
    "uk",
    "ie",
    "edu",
    "gov",
    "dev",
    "app",
    "info",
    "tv",
    "lu",
    "ch",
    "vlaanderen",
    "brussels",
    "amsterdam",
    "frl",
];

/// Endings that are words too, or are common only in shortened links: these count when a
/// path follows.
const ENDINGS_WITH_PATH: [&str; 20] = [
    "de", "co", "ly", "me", "gl", "gd", "it", "to", "at", "in", "is", "us", "nu", "shop", "social",
    "link", "page", "store", "news", "gle",
];

/// The longest name of a domain.
const LONGEST: usize = 253;

/// The end of the link whose host or path begins at `start`: up to white space or a
/// quote, without the marks that close the sentence. `None` if no letter or digit is in
/// it.
pub(super) fn end(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let length = rest.find(|c: char| !is_url(c)).unwrap_or(rest.len());
    let mut url = rest.get(..length)?;
    let mut open = count(url, '(');
    let mut close = count(url, ')');
    while let Some(last) = url.chars().next_back() {
        let drop = match last {
            ')' => close > open,
            _ => is_closing(last),
        };
        if !drop {
            break;
        }
        match last {
            ')' => close -= 1,
            '(' => open -= 1,
            _ => {}
        }
        url = url.get(..url.len() - last.len_utf8())?;
    }
    url.contains(char::is_alphanumeric).then_some(start + url.len())
}

fn count(text: &str, wanted: char) -> usize {
    text.chars().filter(|&c| c == wanted).count()
}

fn is_url(c: char) -> bool {
    match c {
        '<' | '>' | '"' | '`' | '{' | '}' | '|' | '\\' | '^' => false,
        c if c.is_ascii() => c.is_ascii_graphic(),
        c => c.is_alphanumeric(),
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '~' | '(' | '[' | ']' | '@')
}

/// Whether `name` has the form of a domain: labels, and an ending of letters.
pub(super) fn is_domain(name: &str) -> bool {
    let Some((rest, ending)) = name.rsplit_once('.') else { return false };
    name.len() <= LONGEST
        && ending.len() > 1
        && ending.bytes().all(|byte| byte.is_ascii_alphabetic())
        && rest.split('.').all(|label| !label.is_empty() && !label.starts_with('-'))
}

/// Whether `name` is a domain with a common ending. An ending with a capital only counts
/// where no letter is small: "Kapot.Be" is two sentences.
pub(super) fn is_common_domain(name: &str, has_path: bool) -> bool {
    if !is_domain(name) {
        return false;
    }
    let ending = name.rsplit('.').next().unwrap_or_default();
    let in_case = !ending.contains(|c: char| c.is_ascii_uppercase())
        || !name.contains(|c: char| c.is_ascii_lowercase());
    let among = |endings: &[&str]| endings.iter().any(|known| known.eq_ignore_ascii_case(ending));
    in_case && (among(&ENDINGS) || has_path && among(&ENDINGS_WITH_PATH))
}
