//! The walk over a text: which rule applies where.

use super::class::{Class, begins_word, class, clings, is_apostrophe, is_invisible};
use super::{Token, TokenKind, compound, emoji, emoticon, number, word};

/// The tokens of `text`, in order. They do not overlap, and every character belongs to
/// one, save white space and what is invisible (joiners and variation selectors without a
/// base, direction marks, control characters).
///
/// The time it takes is linear in the length of the text, whatever stands in it.
pub(crate) const fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0, plain: Plain { of_email: 0, of_domain: 0 } }
}

/// The iterator that [`tokens`] gives.
#[derive(Clone, Debug)]
pub(crate) struct Tokens<'t> {
    text: &'t str,
    at: usize,
    plain: Plain,
}

/// Up to where it is known that no address begins, so that a long run of dots and letters
/// is looked at only once.
#[derive(Clone, Debug)]
struct Plain {
    of_email: usize,
    of_domain: usize,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        let bytes = self.text.as_bytes();
        loop {
            let start = self.at;
            let (kind, end) = match class(*bytes.get(start)?) {
                Class::Blank => {
                    self.at = start + 1;
                    continue;
                }
                Class::Letter => self.letter(start),
                Class::Digit => self.digit(start),
                Class::Mark => self.mark(start),
                Class::Wide => match self.wide(start) {
                    Ok(found) => found,
                    Err(next) => {
                        self.at = next;
                        continue;
                    }
                },
            };
            self.at = end;
            return Some(Token::new(kind, self.text.get(start..end).unwrap_or_default(), start));
        }
    }
}

impl Tokens<'_> {
    /// What begins with an ASCII letter.
    fn letter(&mut self, start: usize) -> (TokenKind, usize) {
        let end = word::end(self.text, start);
        match self.text.as_bytes().get(end) {
            Some(b'.' | b'@' | b'-' | b'+' | b'_' | b':') => {
                self.compound(start, end).unwrap_or_else(|| self.word(start, end))
            }
            _ => self.word(start, end),
        }
    }

    fn word(&self, start: usize, end: usize) -> (TokenKind, usize) {
        match emoticon::of_letters(self.text, start, end) {
            Some(end) => (TokenKind::Emoticon, end),
            None => (TokenKind::Word, end),
        }
    }

    /// What begins with a digit.
    fn digit(&mut self, start: usize) -> (TokenKind, usize) {
        if let Some(end) = emoji::keycap(self.text, start) {
            return (TokenKind::Emoji, end);
        }
        let (kind, end) = number::scan(self.text, start);
        match self.text.as_bytes().get(end) {
            Some(b'.' | b'@' | b'-' | b'+' | b'_') => {
                self.compound(start, end).unwrap_or((kind, end))
            }
            _ => (kind, end),
        }
    }

    /// A link, an e-mail address or a bare domain whose first word ends at `end`.
    fn compound(&mut self, start: usize, end: usize) -> Option<(TokenKind, usize)> {
        if let Some(end) = compound::with_scheme(self.text, start, end) {
            return Some((TokenKind::Link, end));
        }
        compound::email(self.text, end, &mut self.plain.of_email)
            .map(|end| (TokenKind::Email, end))
            .or_else(|| {
                compound::domain(self.text, start, end, &mut self.plain.of_domain)
                    .map(|end| (TokenKind::Link, end))
            })
    }

    /// What begins with an ASCII mark.
    fn mark(&self, start: usize) -> (TokenKind, usize) {
        let bytes = self.text.as_bytes();
        let free = !word::touches(self.text, start);
        match bytes.get(start) {
            Some(b'@') if free => {
                if let Some(end) = compound::handle(self.text, start) {
                    return (TokenKind::Handle, end);
                }
            }
            Some(b'#') => {
                if let Some(end) = emoji::keycap(self.text, start) {
                    return (TokenKind::Emoji, end);
                }
                if free && let Some(end) = compound::tag(self.text, start) {
                    return (TokenKind::Tag, end);
                }
            }
            Some(b'*') => {
                if let Some(end) = emoji::keycap(self.text, start) {
                    return (TokenKind::Emoji, end);
                }
            }
            Some(b'$') if bytes.get(start + 1).is_some_and(u8::is_ascii_digit) => {
                return (TokenKind::Number, number::amount(self.text, start + 1));
            }
            Some(b'\'' | b'`') if free => {
                if let Some(end) = word::clipped(self.text, start, start + 1) {
                    return (TokenKind::Word, end);
                }
            }
            _ => {}
        }
        match emoticon::of_marks(self.text, start, free) {
            Some(end) => (TokenKind::Emoticon, end),
            None => (TokenKind::Punctuation, self.run(start)),
        }
    }

    /// What begins with a character beyond ASCII; `Err` is where to go on when it is
    /// blank.
    fn wide(&self, start: usize) -> Result<(TokenKind, usize), usize> {
        let rest = self.text.get(start..).unwrap_or_default();
        let Some(first) = rest.chars().next() else { return Err(start + 1) };
        let after = start + first.len_utf8();
        if begins_word(first) {
            return Ok((TokenKind::Word, word::end(self.text, start)));
        }
        if first.is_whitespace() || is_invisible(first) {
            return Err(after);
        }
        if let Some(end) = emoji::end(self.text, start, first) {
            return Ok((TokenKind::Emoji, end));
        }
        let next = self.text.as_bytes().get(after);
        if matches!(first, '€' | '£' | '¥') && next.is_some_and(u8::is_ascii_digit) {
            return Ok((TokenKind::Number, number::amount(self.text, after)));
        }
        if is_apostrophe(first)
            && !word::touches(self.text, start)
            && let Some(end) = word::clipped(self.text, start, after)
        {
            return Ok((TokenKind::Word, end));
        }
        match emoticon::of_marks(self.text, start, true) {
            Some(end) => Ok((TokenKind::Emoticon, end)),
            None => Ok((TokenKind::Punctuation, self.run(start))),
        }
    }

    /// The end of a run of marks that belong together.
    fn run(&self, start: usize) -> usize {
        let mut chars = self.text.get(start..).unwrap_or_default().chars();
        let Some(first) = chars.next() else { return start };
        let more = chars
            .take_while(|&c| belongs(first, c) || clings(c))
            .map(char::len_utf8)
            .sum::<usize>();
        start + first.len_utf8() + more
    }
}

/// Whether two marks make one token.
fn belongs(first: char, next: char) -> bool {
    const CALLS: [char; 5] = ['!', '?', '¡', '¿', '‽'];
    const DOTS: [char; 2] = ['.', '…'];
    first == next
        || CALLS.contains(&first) && CALLS.contains(&next)
        || DOTS.contains(&first) && DOTS.contains(&next)
}
