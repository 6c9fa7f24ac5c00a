//! A text in the pieces that are never cut: links, handles on other servers, graphemes.

use super::{TextLimit, links};
use std::ops::Range;
use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation};

/// A piece that is never cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A link that the channel counts for a fixed length.
    Link(Range<usize>),
    /// A handle with its server, and where the part before the server ends.
    Handle(Range<usize>, usize),
    /// What a reader takes for one character.
    Grapheme(Range<usize>),
}

impl Piece {
    pub(super) const fn range(&self) -> &Range<usize> {
        match self {
            Self::Link(range) | Self::Handle(range, _) | Self::Grapheme(range) => range,
        }
    }
}

/// The pieces of `text` in order; together they are the text.
pub(super) fn pieces<'t>(text: &'t str, limit: &TextLimit) -> Pieces<'t> {
    let whole = whole_pieces(text, limit).into_iter().peekable();
    let mut pieces = Pieces { text, whole, at: 0, gap: None };
    pieces.open_gap();
    pieces
}

/// The links and remote handles of `text` that `limit` counts apart, in order.
pub(super) fn whole_pieces(text: &str, limit: &TextLimit) -> Vec<Piece> {
    let links = if limit.link.is_some() { links(text) } else { Vec::new() };
    let kept = |range: &Range<usize>| limit.bare_links || has_scheme(text, range);
    let mut whole: Vec<Piece> = links.into_iter().filter(kept).map(Piece::Link).collect();
    if limit.shortens_handles() {
        let free = |handle: &Piece| {
            let place = whole.partition_point(|link| link.range().end <= handle.range().start);
            whole.get(place).is_none_or(|link| link.range().start >= handle.range().end)
        };
        let handles: Vec<Piece> = remote_handles(text).into_iter().filter(free).collect();
        whole.extend(handles);
        whole.sort_by_key(|piece| piece.range().start);
    }
    whole
}

fn has_scheme(text: &str, range: &Range<usize>) -> bool {
    text.get(range.clone()).is_some_and(|link| link.contains("://"))
}

/// The iterator of [`pieces`].
pub(super) struct Pieces<'t> {
    text: &'t str,
    whole: std::iter::Peekable<std::vec::IntoIter<Piece>>,
    at: usize,
    gap: Option<GraphemeIndices<'t>>,
}

impl Pieces<'_> {
    /// Opens what stands before the next whole piece.
    fn open_gap(&mut self) {
        let end = self.whole.peek().map_or(self.text.len(), |piece| piece.range().start);
        self.gap = self.text.get(self.at..end).map(|gap| gap.grapheme_indices(true));
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if let Some((offset, grapheme)) = self.gap.as_mut().and_then(Iterator::next) {
            let start = self.at + offset;
            return Some(Piece::Grapheme(start..start + grapheme.len()));
        }
        let piece = self.whole.next()?;
        self.at = piece.range().end;
        self.open_gap();
        Some(piece)
    }
}

/// Handles with a server behind them, as Mastodon writes them: `@lotte@voorbeeld.social`.
fn remote_handles(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find('@')) {
        let start = at + offset;
        at = start + 1;
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '=' | '/' | '@')) {
            continue;
        }
        let local = name_end(text, at, |c| c.is_ascii_alphanumeric() || c == '_');
        if local == at || text.as_bytes().get(local) != Some(&b'@') {
            continue;
        }
        let end = name_end(text, local + 1, |c| c.is_alphanumeric() || c == '_');
        if end > local + 1 {
            found.push(Piece::Handle(start..end, local));
            at = end;
        }
    }
    found
}

/// Where the name that starts at `start` ends: full stops and hyphens may stand inside it.
fn name_end(text: &str, start: usize, holds: impl Fn(char) -> bool) -> usize {
    let mut end = start;
    for (offset, c) in text.get(start..).unwrap_or_default().char_indices() {
        if holds(c) {
            end = start + offset + c.len_utf8();
        } else if !matches!(c, '.' | '-') || end == start {
            break;
        }
    }
    end
}
