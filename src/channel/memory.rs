//! A channel that lives in memory.

use super::{
    Channel, Cursor, Error, IdempotencyKey, Inbound, Item, Outbound, Outgoing, Page, Profile,
    Receipt,
};
use crate::reply::Reply;
use async_trait::async_trait;
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A channel that lives in memory: for tests, for demonstrations, and to see what a desk
/// would send. It keeps to the whole contract, and forgets all when it is dropped.
///
/// # Example
/// ```
/// use webcare::channel::{Channel, InboundExt, MemoryChannel, Profile};
/// use webcare::mention::{ChannelKind, Mention};
///
/// let channel = MemoryChannel::new(Profile::builder(ChannelKind::Forum).build()?);
/// channel.push(Mention::builder("1").channel(ChannelKind::Forum).text("Hallo?").build()?);
/// let page = pollster::block_on(channel.fetch_all(None, 50))?;
/// assert_eq!(page.mentions().next().unwrap().text(), "Hallo?");
/// assert!(channel.sent().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct MemoryChannel {
    profile: Profile,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    items: Vec<Item>,
    sent: Vec<Sent>,
    keys: BTreeMap<IdempotencyKey, usize>,
    failures: VecDeque<Error>,
}

/// One answer that a [`MemoryChannel`] has placed.
///
/// # Example
/// ```
/// use webcare::channel::{MemoryChannel, Sent};
///
/// fn texts(channel: &MemoryChannel) -> Vec<String> {
///     channel.sent().iter().map(|sent| sent.reply().text().to_owned()).collect()
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    reply: Reply,
    parent: String,
    key: IdempotencyKey,
    receipt: Receipt,
}

impl Sent {
    /// The answer.
    #[must_use]
    pub const fn reply(&self) -> &Reply {
        &self.reply
    }

    /// The message under which it stands, by the platform's identifier.
    #[must_use]
    pub fn parent(&self) -> &str {
        &self.parent
    }

    /// The key with which it was sent.
    #[must_use]
    pub const fn key(&self) -> &IdempotencyKey {
        &self.key
    }

    /// The receipt that was given for it, the first time.
    #[must_use]
    pub const fn receipt(&self) -> &Receipt {
        &self.receipt
    }
}

impl MemoryChannel {
    /// An empty channel of `profile`.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Self { profile, state: Mutex::default() }
    }

    /// One more item arrives: a mention, or something that cannot be read.
    pub fn push(&self, item: impl Into<Item>) {
        self.state().items.push(item.into());
    }

    /// Lets the next reading or sending fail with `error`, before it does anything. Several
    /// errors come in the order in which they were given.
    ///
    /// # Example
    /// ```
    /// use webcare::channel::{Error, Inbound, MemoryChannel, Profile};
    /// use webcare::mention::ChannelKind;
    ///
    /// let channel = MemoryChannel::new(Profile::builder(ChannelKind::Forum).build()?);
    /// channel.fail_next(Error::retry("the village has no power"));
    /// assert!(pollster::block_on(channel.fetch(None, 1)).unwrap_err().is_retryable());
    /// assert!(pollster::block_on(channel.fetch(None, 1)).is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn fail_next(&self, error: Error) {
        self.state().failures.push_back(error);
    }

    /// All that was placed, in order.
    #[must_use]
    pub fn sent(&self) -> Vec<Sent> {
        self.state().sent.clone()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Every change of the state is one push, so it is whole even after a panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Channel for MemoryChannel {
    fn profile(&self) -> &Profile {
        &self.profile
    }

    fn inbound(&self) -> Option<&dyn Inbound> {
        Some(self)
    }

    fn outbound(&self) -> Option<&dyn Outbound> {
        if self.profile.capabilities().is_empty() { None } else { Some(self) }
    }
}

#[async_trait]
impl Inbound for MemoryChannel {
    async fn fetch(&self, cursor: Option<&Cursor>, limit: usize) -> Result<Page, Error> {
        let mut state = self.state();
        if let Some(error) = state.failures.pop_front() {
            return Err(error);
        }
        let start = cursor.map_or(Ok(0), |cursor| position(cursor, state.items.len()))?;
        let items: Vec<Item> = state.items.iter().skip(start).take(limit).cloned().collect();
        let end = start + items.len();
        let more = end < state.items.len();
        Ok(Page::new().with_items(items).with_next(Cursor::new(end.to_string())).with_more(more))
    }
}

/// How many items were read, as a cursor of a channel with `count` items tells it.
fn position(cursor: &Cursor, count: usize) -> Result<usize, Error> {
    match cursor.as_str().parse() {
        Ok(read) if read <= count => Ok(read),
        _ => Err(Error::bad_cursor(cursor, format!("expected a number up to {count}"))),
    }
}

#[async_trait]
impl Outbound for MemoryChannel {
    async fn publish(&self, outgoing: &Outgoing<'_>) -> Result<Receipt, Error> {
        let mut state = self.state();
        if let Some(error) = state.failures.pop_front() {
            return Err(error);
        }
        let key = outgoing.key();
        let before = state.keys.get(key).and_then(|index| state.sent.get(*index));
        if let Some(before) = before {
            if before.reply != *outgoing.reply() {
                return Err(Error::KeyReused { key: key.clone() });
            }
            return Ok(before.receipt.clone().replayed());
        }
        let index = state.sent.len();
        let receipt = Receipt::new(format!("sent-{}", index + 1)).with_time(outgoing.at());
        state.sent.push(Sent {
            reply: outgoing.reply().clone(),
            parent: outgoing.parent().to_owned(),
            key: key.clone(),
            receipt: receipt.clone(),
        });
        state.keys.insert(key.clone(), index);
        Ok(receipt)
    }
}
