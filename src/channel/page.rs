//! What one reading of a channel brings.

use super::Cursor;
use crate::mention::Mention;
use std::fmt;

/// One thing that a channel brings: a mention, or word of one that could not be read.
///
/// # Example
/// ```
/// use webcare::channel::{Item, Unreadable};
///
/// let item = Item::from(Unreadable::new("data[3].author", "expected an object, found 7"));
/// assert!(item.mention().is_none());
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
#[expect(clippy::large_enum_variant, reason = "nearly every item is a mention")]
pub enum Item {
    /// A mention.
    Mention(Mention),
    /// Something that should have been one.
    Unreadable(Unreadable),
}

impl Item {
    /// The mention, if it is one.
    #[must_use]
    pub const fn mention(&self) -> Option<&Mention> {
        match self {
            Self::Mention(mention) => Some(mention),
            Self::Unreadable(_) => None,
        }
    }

    /// What could not be read, if that is what it is.
    #[must_use]
    pub const fn unreadable(&self) -> Option<&Unreadable> {
        match self {
            Self::Mention(_) => None,
            Self::Unreadable(unreadable) => Some(unreadable),
        }
    }
}

impl From<Mention> for Item {
    fn from(mention: Mention) -> Self {
        Self::Mention(mention)
    }
}

impl From<Unreadable> for Item {
    fn from(unreadable: Unreadable) -> Self {
        Self::Unreadable(unreadable)
    }
}

/// Something that a channel brought and could not read, and where it stands.
///
/// # Example
/// ```
/// use webcare::channel::Unreadable;
///
/// let fault = Unreadable::new("data[3].created_at", "expected a time, found \"soon\"");
/// assert_eq!(fault.to_string(), "data[3].created_at: expected a time, found \"soon\"");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    path: String,
    message: String,
}

impl Unreadable {
    /// What stands at `path` in what the platform sent, and is wrong as `message` says:
    /// what was found and what was expected.
    #[must_use]
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }

    /// Where it stands: `data[3].author`, `line 12`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What was found and what was expected.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

/// What one reading of a channel brings: items in order, how far that is, and whether there
/// is more at once.
///
/// # Example
/// ```
/// use webcare::channel::{Cursor, Page, Unreadable};
/// use webcare::mention::Mention;
///
/// let page = Page::new()
///     .with_item(Mention::builder("1").text("Is de balie open?").build()?)
///     .with_item(Unreadable::new("data[1]", "expected an object, found null"))
///     .with_next(Cursor::new("2"))
///     .with_more(true);
/// assert_eq!((page.mentions().count(), page.unreadable().count()), (1, 1));
/// assert_eq!(page.next(), Some(&Cursor::new("2")));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
pub struct Page {
    items: Vec<Item>,
    next: Option<Cursor>,
    more: bool,
}

impl Page {
    /// A page with nothing on it: nothing new, go on from where you were.
    pub const fn new() -> Self {
        Self { items: Vec::new(), next: None, more: false }
    }

    /// One more item, after the others.
    pub fn with_item(mut self, item: impl Into<Item>) -> Self {
        self.items.push(item.into());
        self
    }

    /// These items, after the others.
    pub fn with_items<T: Into<Item>>(mut self, items: impl IntoIterator<Item = T>) -> Self {
        self.items.extend(items.into_iter().map(Into::into));
        self
    }

    /// Where to read on after this page. Without it: from the same cursor again.
    pub fn with_next(mut self, cursor: Cursor) -> Self {
        self.next = Some(cursor);
        self
    }

    /// Whether there is more to read at once.
    pub const fn with_more(mut self, more: bool) -> Self {
        self.more = more;
        self
    }

    /// What it brings, in order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What it brings, taken out.
    #[must_use]
    pub fn into_items(self) -> Vec<Item> {
        self.items
    }

    /// The mentions on it, in order.
    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.items.iter().filter_map(Item::mention)
    }

    /// What could not be read, in order.
    pub fn unreadable(&self) -> impl Iterator<Item = &Unreadable> {
        self.items.iter().filter_map(Item::unreadable)
    }

    /// Where to read on after this page; `None`: nothing has moved, read on from the cursor
    /// that brought it.
    #[must_use]
    pub const fn next(&self) -> Option<&Cursor> {
        self.next.as_ref()
    }

    /// Whether there is more to read at once.
    #[must_use]
    pub const fn has_more(&self) -> bool {
        self.more
    }

    /// This page and the one that was read after it, as one.
    pub(super) fn then(mut self, after: Self) -> Self {
        self.items.extend(after.items);
        Self { items: self.items, next: after.next.or(self.next), more: after.more }
    }
}
