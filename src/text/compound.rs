//! What is made of several words without a blank: addresses, handles, tags.

use super::{link, word};

/// The end of a link that begins with `http://`, `https://` or `www.`; its first word
/// ends at `end`.
pub(super) fn with_scheme(text: &str, start: usize, end: usize) -> Option<usize> {
    let first = text.get(start..end)?;
    let rest = text.get(end..)?;
    let schemes = ["http", "https"];
    if rest.starts_with("://") && schemes.iter().any(|scheme| first.eq_ignore_ascii_case(scheme)) {
        return link::end(text, end + 3);
    }
    if rest.starts_with('.') && first.eq_ignore_ascii_case("www") {
        return link::end(text, end + 1);
    }
    None
}

/// The end of an e-mail address whose first word ends at `end`. Up to
/// `plain` it is known that none begins.
pub(super) fn email(text: &str, end: usize, plain: &mut usize) -> Option<usize> {
    if end <= *plain {
        return None;
    }
    let bytes = text.as_bytes();
    let in_name =
        |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'+' | b'_' | b'%');
    let more = bytes.get(end..)?.iter().take_while(|&b| in_name(b)).count();
    let at = end + more;
    if bytes.get(at) == Some(&b'@') {
        let host = host_end(bytes, at + 1);
        if link::is_domain(text.get(at + 1..host)?) {
            return Some(host);
        }
    }
    *plain = at;
    None
}

/// The end of a link without a scheme that begins at `start` and goes on beyond `end`. Up
/// to `plain` it is known that none begins.
pub(super) fn domain(text: &str, start: usize, end: usize, plain: &mut usize) -> Option<usize> {
    if end <= *plain {
        return None;
    }
    let bytes = text.as_bytes();
    let host = host_end(bytes, start);
    let next = bytes.get(host);
    let has_path =
        next == Some(&b'/') && bytes.get(host + 1).is_some_and(u8::is_ascii_alphanumeric);
    let goes_on = next.is_some_and(|&b| b == b'@' || b == b'_') || word::touches(text, start);
    if goes_on || !link::is_common_domain(text.get(start..host)?, has_path) {
        *plain = host;
        return None;
    }
    match next {
        Some(b'/' | b'?' | b'#' | b':') => link::end(text, host).or(Some(host)),
        _ => Some(host),
    }
}

/// The end of labels joined by single dots.
fn host_end(bytes: &[u8], start: usize) -> usize {
    let in_label =
        |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'-');
    let mut at = start;
    while in_label(at) || bytes.get(at) == Some(&b'.') && in_label(at + 1) {
        at += 1;
    }
    while at > start && bytes.get(at - 1) == Some(&b'-') {
        at -= 1;
    }
    at
}

/// The end of the handle whose `@` stands at `start`.
pub(super) fn handle(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut end = name_end(text, start + 1)?;
    while bytes.get(end) == Some(&b'.')
        && bytes.get(end + 1).is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    {
        end = name_end(text, end + 1)?;
    }
    if bytes.get(end) == Some(&b'@') {
        let server = host_end(bytes, end + 1);
        if link::is_domain(text.get(end + 1..server).unwrap_or_default()) {
            return Some(server);
        }
    }
    Some(end)
}

/// The end of the tag whose `#` stands at `start`; a tag is not all figures.
pub(super) fn tag(text: &str, start: usize) -> Option<usize> {
    let end = name_end(text, start + 1)?;
    let name = text.get(start + 1..end)?;
    name.contains(|c: char| c.is_alphabetic()).then_some(end)
}

/// The end of letters, digits and underscores.
fn name_end(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let first = rest.chars().next()?;
    if !(first.is_alphanumeric() || first == '_') {
        return None;
    }
    let is_name = |c: char| {
        c.is_ascii_alphanumeric() || c == '_' || !c.is_ascii() && super::class::in_word(c)
    };
    let length = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
    Some(start + length)
}
