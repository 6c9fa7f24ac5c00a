//! What follows the domain of a link: port, path and query.

use super::characters::{ends_path, ends_query, is_path, is_query};

/// The longest name of a short link of X itself.
const LONGEST_SHORT_NAME: usize = 40;
const SHORT_HOST: &str = "t.co";

/// Where a link ends, and whether it has a path.
pub(super) struct Rest {
    pub(super) end: usize,
    pub(super) has_path: bool,
}

pub(super) fn after_domain(text: &str, domain_end: usize) -> Rest {
    let mut end = domain_end;
    if let Some(port) = text.get(end..).and_then(|rest| rest.strip_prefix(':')) {
        let digits = port.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            end += 1 + digits;
        }
    }
    let has_path = text.as_bytes().get(end) == Some(&b'/');
    if has_path {
        end = path_end(text, end + 1);
    }
    Rest { end: query_end(text, end), has_path }
}

/// Where a path that goes on at `start` ends: behind the last character that may end one,
/// or a pair of brackets.
fn path_end(text: &str, start: usize) -> usize {
    let mut end = start;
    let mut at = start;
    while let Some(c) = char_at(text, at) {
        if c == '(' {
            let Some(after) = brackets_end(text, at) else { break };
            at = after;
            end = at;
        } else if is_path(c) {
            at += c.len_utf8();
            if ends_path(c) {
                end = at;
            }
        } else {
            break;
        }
    }
    end
}

/// Where the brackets that open at `open` end; one pair may stand inside.
fn brackets_end(text: &str, open: usize) -> Option<usize> {
    let inside = skip_path(text, open + 1);
    match char_at(text, inside)? {
        ')' if inside > open + 1 => Some(inside + 1),
        '(' => {
            let inner = skip_path(text, inside + 1);
            if inner == inside + 1 || char_at(text, inner)? != ')' {
                return None;
            }
            let after = skip_path(text, inner + 1);
            (char_at(text, after)? == ')').then_some(after + 1)
        }
        _ => None,
    }
}

fn skip_path(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(|c| !is_path(c)).unwrap_or(rest.len())
}

fn query_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let Some(query) = rest.strip_prefix('?') else { return start };
    let length = query.find(|c| !is_query(c)).unwrap_or(query.len());
    let query = query.get(..length).unwrap_or_default();
    // Every character of a query is one byte.
    query.rfind(ends_query).map_or(start, |last| start + 1 + last + 1)
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// A short link of X itself takes no more than its name and query: `Some(Some(end))`, or
/// `Some(None)` for a name that is too long. `None` for any other host.
#[expect(clippy::option_option, reason = "not such a link, no link at all, or where it ends")]
pub(super) fn short_link_end(text: &str, domain_end: usize, host: &str) -> Option<Option<usize>> {
    if !host.eq_ignore_ascii_case(SHORT_HOST) {
        return None;
    }
    let path = text.get(domain_end..)?.strip_prefix('/')?;
    let name = path.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match name {
        0 => None,
        name if name > LONGEST_SHORT_NAME => Some(None),
        name => Some(Some(query_end(text, domain_end + 1 + name))),
    }
}
