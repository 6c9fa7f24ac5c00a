//! Reading from a channel.

use super::{Cursor, Error, Page};
use async_trait::async_trait;
use std::collections::BTreeSet;

/// The side of a channel that brings mentions.
///
/// The contract:
/// - **Every mention is delivered**, at least once, whatever the limit. It may come again;
///   the host knows it by its [`dedup_key`](crate::mention::Mention::dedup_key).
/// - **Reading comes to an end.** Page after page, the channel moves on, until it says that
///   there is no more for now.
/// - **A page holds at most the limit**, and nothing if that is 0.
/// - **The order of a conversation is kept** between the messages of one page and those of
///   the next. Between conversations there is no promise.
/// - **The same cursor gives the same again.** To read moves nothing but the cursor that it
///   returns; `None` is the beginning, or as far back as the platform goes.
/// - **A cursor survives** being written, a restart, and what arrives meanwhile.
/// - **What arrives later is delivered** from the last cursor of all.
/// - **A foreign cursor is refused** with [`Error::BadCursor`], never taken for the
///   beginning.
/// - **The same message keeps its identity**: whenever it is read, its
///   [`id`](crate::mention::Mention::id) and its deduplication key are the same.
/// - **A mention says where it is from**: its channel is the profile's kind, and its account,
///   if it has one, is the profile's.
/// - **What is not public is never delivered as public.**
/// - **Our own messages are marked** as outbound, if they are delivered at all.
/// - **The text is untouched**, byte for byte.
/// - **What cannot be read is reported** in its place, with its path, and the rest of the
///   page is delivered all the same.
///
/// Nothing of this waits longer than the platform does: a channel does not retry, and does
/// not sleep. Dropping the future leaves nothing half done.
///
/// # Example
/// A channel that always has the same to tell:
/// ```
/// use webcare::channel::{Cursor, Error, Inbound, Page};
/// use webcare::mention::Mention;
///
/// struct Echo(Mention);
///
/// #[async_trait::async_trait]
/// impl Inbound for Echo {
///     async fn fetch(&self, cursor: Option<&Cursor>, limit: usize) -> Result<Page, Error> {
///         match cursor.map(Cursor::as_str) {
///             None if limit == 0 => Ok(Page::new().with_more(true)),
///             None => Ok(Page::new().with_item(self.0.clone()).with_next(Cursor::new("end"))),
///             Some("end") => Ok(Page::new()),
///             Some(_) => Err(Error::bad_cursor(cursor.unwrap(), "expected \"end\"")),
///         }
///     }
/// }
///
/// let echo = Echo(Mention::builder("1").text("Is daar iemand?").build()?);
/// let page = pollster::block_on(echo.fetch(None, 10))?;
/// assert_eq!(page.mentions().count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[async_trait]
pub trait Inbound: Send + Sync {
    /// Reads at most `limit` items that come after `cursor`; `None` is the beginning.
    ///
    /// # Errors
    /// When nothing could be read at all. What could be read before something went wrong
    /// is delivered; the error comes with the next page.
    async fn fetch(&self, cursor: Option<&Cursor>, limit: usize) -> Result<Page, Error>;
}

/// What follows from [`Inbound`], for the host.
#[async_trait]
pub trait InboundExt: Inbound {
    /// Reads all there is after `cursor`, in pages of `limit`, as one page. All of it is
    /// held in memory.
    ///
    /// # Errors
    /// When one of the pages could not be read; nothing is delivered then, and reading from
    /// the same `cursor` brings all of it again. [`Error::Broken`] when the channel says
    /// that there is more and reads in circles, or `limit` is 0 and there is something.
    ///
    /// # Example
    /// ```
    /// use webcare::channel::{InboundExt, MemoryChannel, Profile};
    /// use webcare::mention::{ChannelKind, Mention};
    ///
    /// let channel = MemoryChannel::new(Profile::builder(ChannelKind::Forum).build()?);
    /// for id in ["1", "2", "3"] {
    ///     let mention = Mention::builder(id).channel(ChannelKind::Forum).text("Hallo");
    ///     channel.push(mention.build()?);
    /// }
    /// let all = pollster::block_on(channel.fetch_all(None, 2))?;
    /// assert_eq!((all.items().len(), all.has_more()), (3, false));
    /// let none = pollster::block_on(channel.fetch_all(all.next(), 2))?;
    /// assert!(none.items().is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    async fn fetch_all(&self, cursor: Option<&Cursor>, limit: usize) -> Result<Page, Error> {
        let mut all = self.fetch(cursor, limit).await?;
        let mut seen: BTreeSet<Option<Cursor>> = BTreeSet::from([cursor.cloned()]);
        while all.has_more() {
            let next = all.next().or(cursor).cloned();
            if !seen.insert(next.clone()) {
                let what = "it says that there is more, and reads in circles".to_owned();
                return Err(Error::Broken { what });
            }
            all = all.then(self.fetch(next.as_ref(), limit).await?);
        }
        Ok(all)
    }
}

impl<T: Inbound + ?Sized> InboundExt for T {}

const _: Option<&dyn Inbound> = None;
const _: Option<&dyn InboundExt> = None;
