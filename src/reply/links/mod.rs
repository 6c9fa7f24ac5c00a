//! Links as X finds them, with or without a scheme: each counts as one short link there.
//!
//! Written after the published rules of [twitter-text](https://github.com/twitter/twitter-text)
//! 3.1.0. A text is walked in runs of characters that a host name may hold; the labels of a
//! run are judged once, so the time taken is linear in the text.

mod characters;
mod domain;
mod punycode;
mod rest;

use characters::{may_precede, prev_char};

pub(super) use characters::is_refused;
use domain::Labels;
use std::ops::Range;

/// The longest link, in UTF-16 units with its scheme.
const LONGEST: usize = 4096;
const SCHEMES: [&str; 2] = ["http://", "https://"];
const ASSUMED_SCHEME: &str = "https://";

/// Where the links of `text` stand, in order, as X finds them: a link with `http://` or
/// `https://`, or a bare host name under a known top-level domain.
///
/// # Example
/// ```
/// let text = "Kijk op voorbeeld.nl/retour of bel 0800-1234.";
/// let found = webcare::reply::links(text);
/// assert_eq!(found.len(), 1);
/// assert_eq!(&text[found[0].clone()], "voorbeeld.nl/retour");
/// ```
#[must_use]
pub fn links(text: &str) -> Vec<Range<usize>> {
    let mut finder = Finder { text, floor: 0, found: Vec::new() };
    if text.contains('.') {
        let mut at = 0;
        while let Some(run) = domain::next_run(text, at) {
            finder.search(&run);
            at = run.end.max(finder.floor);
        }
    }
    finder.found
}

struct Finder<'t> {
    text: &'t str,
    /// What stands before it has been taken by an earlier link.
    floor: usize,
    found: Vec<Range<usize>>,
}

impl Finder<'_> {
    fn search(&mut self, run: &Range<usize>) {
        let labels = Labels::new(self.text, run);
        if !labels.any() {
            return;
        }
        if let Some(scheme) = self.scheme_before(run.start)
            && let Some(domain) = labels.domain_from(run.start, 0)
        {
            self.take(scheme..run.start, domain, true);
        }
        let mut starts = Vec::new();
        let body = self.text.get(run.clone()).unwrap_or_default();
        let mut label = 0;
        for (offset, c) in body.char_indices() {
            starts.push((run.start + offset, label));
            label += usize::from(c == '.');
        }
        // At the very start of a text the first character may be one that only precedes.
        if run.start == 0 && body.starts_with(may_precede) && starts.len() > 1 {
            starts.swap(0, 1);
        }
        for (start, label) in starts {
            if start < self.floor || !self.may_start(start) {
                continue;
            }
            if let Some(domain) = labels.domain_from(start, label) {
                self.take(start..start, domain, false);
            }
        }
    }

    /// Whether a link may start here: at the start of the text, or behind a character that
    /// no link has taken and that is no letter, digit, `@`, `#` or `$`.
    fn may_start(&self, start: usize) -> bool {
        start == 0
            || prev_char(self.text, start)
                .is_some_and(|c| may_precede(c) && start - c.len_utf8() >= self.floor)
    }

    /// Where a scheme right before `start` begins.
    fn scheme_before(&self, start: usize) -> Option<usize> {
        let before = self.text.get(..start)?;
        let begins = |scheme: &str| {
            let at = start.checked_sub(scheme.len())?;
            before.get(at..).filter(|found| found.eq_ignore_ascii_case(scheme)).map(|_| at)
        };
        SCHEMES.iter().find_map(|scheme| begins(scheme)).filter(|at| self.may_start(*at))
    }

    /// Takes the link with this scheme and domain, if it is one, and what follows it.
    fn take(&mut self, scheme: Range<usize>, domain: Range<usize>, has_scheme: bool) {
        let rest = rest::after_domain(self.text, domain.end);
        let before = prev_char(self.text, domain.start);
        self.floor = rest.end;
        let host = self.text.get(domain.clone()).unwrap_or_default();
        let whole = self.text.get(scheme.start..rest.end).unwrap_or_default();
        let assumed = if has_scheme { scheme.len() } else { ASSUMED_SCHEME.len() };
        let length = whole.encode_utf16().count() + assumed;
        if length > LONGEST || !domain::is_resolvable(host) {
            return;
        }
        if has_scheme {
            let short = rest::short_link_end(self.text, domain.end, host);
            if let Some(end) = short.unwrap_or(Some(rest.end)) {
                self.found.push(scheme.start..end);
            }
            return;
        }
        if before.is_some_and(|c| matches!(c, '-' | '_' | '.' | '/')) {
            return;
        }
        let first = self.found.len();
        for ascii in domain::ascii_domains(host) {
            self.found.push(domain.start + ascii.start..domain.start + ascii.end);
        }
        if rest.has_path
            && self.found.len() > first
            && let Some(last) = self.found.last_mut()
        {
            last.end = rest.end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::links;

    fn found(text: &str) -> Vec<&str> {
        links(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn links_are_found_as_x_finds_them() {
        for (text, expected) in [
            ("", &[][..]),
            ("geen link. Toch niet", &[]),
            ("zie voorbeeld.nl", &["voorbeeld.nl"]),
            ("zie voorbeeld.nl.", &["voorbeeld.nl"]),
            ("zie www.voorbeeld.nl/pad/.", &["www.voorbeeld.nl/pad/"]),
            ("Voorbeeld.NL, en a.be", &["Voorbeeld.NL", "a.be"]),
            ("mail naar info@voorbeeld.nl", &[]),
            ("#voorbeeld.nl @voorbeeld.nl $voorbeeld.nl", &[]),
            ("klaar.Maar niet", &[]),
            ("HTTP://Voorbeeld.nl:8080/a?b=c&d", &["HTTP://Voorbeeld.nl:8080/a?b=c&d"]),
            ("http://localhost/x", &[]),
            ("ftp://voorbeeld.nl", &[]),
            ("xhttp://voorbeeld.nl", &[]),
            ("voorbeeld.nl?a=b", &["voorbeeld.nl"]),
            ("voorbeeld.nl/?a=b!", &["voorbeeld.nl/?a=b"]),
            ("(http://a.nl/wiki/Test_(stad)) ", &["http://a.nl/wiki/Test_(stad)"]),
            ("(http://a.nl/x)", &["http://a.nl/x"]),
            ("http://a.nl/((x)y) ", &["http://a.nl/((x)y)"]),
            ("http://a.nl/(x", &["http://a.nl/"]),
            ("voorbeeldのexample.comの", &["example.com"]),
            ("http://☃.net/", &["http://☃.net/"]),
            ("☃.net", &[]),
            ("a_b.nl", &[]),
            ("http://a_b.nl", &[]),
            ("http://a_b.c.nl", &["http://a_b.c.nl"]),
            ("-a.nl", &[]),
            ("een.twee.drie.nl/x een.nlx", &["een.twee.drie.nl/x"]),
            ("https://t.co/abcDEF123x.y", &["https://t.co/abcDEF123x"]),
            ("a.nl/één/à", &["a.nl/één/à"]),
            ("\u{202a}a.nl/\u{202c}", &["a.nl/"]),
            ("xn--abc.xn--p1ai", &["xn--abc.xn--p1ai"]),
            ("\"a.nl\"", &["a.nl"]),
            ("kom.\u{440}\u{444}", &["kom.\u{440}\u{444}"]),
            ("http://пример.рф/путь", &["http://пример.рф/путь"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn what_no_host_can_be_is_no_link() {
        let label = "a".repeat(63);
        assert_eq!(found(&format!("{label}.nl")).len(), 1);
        assert!(found(&format!("{label}a.nl")).is_empty());
        assert_eq!(found(&format!("http://a.nl/{}", "a".repeat(4077))).len(), 1);
        assert!(found(&format!("http://a.nl/{}", "a".repeat(4078))).is_empty());
        assert!(found(&format!("https://t.co/{}", "a".repeat(41))).is_empty());
        assert_eq!(found(&format!("https://t.co/{}", "a".repeat(40))).len(), 1);
    }

    #[test]
    fn hostile_texts_take_linear_time() {
        for piece in ["a.", "a.nl_", "é", "é.", "a.nl/(", "http://", "a-", "a.nl/のa", ".nl", "((a"]
        {
            let text = piece.repeat(20_000);
            let ranges = links(&text);
            assert!(ranges.iter().all(|range| text.get(range.clone()).is_some()), "{piece}");
            assert!(ranges.windows(2).all(|pair| pair[0].end <= pair[1].start), "{piece}");
        }
    }
}
