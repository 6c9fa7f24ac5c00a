//! The one place that sends.

use super::{Channel, Error, IdempotencyKey, Outgoing, Receipt};
use crate::reply::Reply;
use chrono::{DateTime, Utc};

/// Sends `reply` by `channel`. This is the one way into an
/// [`Outbound`](super::Outbound), and it checks first:
///
/// 1. that the channel is the one, and the account the one, on which the message was made;
/// 2. that not more people read the answer than read the message, and that the channel can
///    answer to this audience;
/// 3. that the text fits, as the channel counts;
/// 4. that the reply window is open at `now`; on a channel that has one, say with
///    [`Sending::heard_at`] when the writer was last heard.
///
/// `key` makes attempts the same: give an answer one key, and a repeated call sends nothing
/// twice. The receipt always has a time.
///
/// # Errors
/// What the checks find ([`Error::WrongChannel`], [`Error::WrongAudience`],
/// [`Error::Unsupported`], [`Error::TooLong`], [`Error::WindowClosed`],
/// [`Error::WindowUnknown`]); then nothing
/// reached the channel. Else what the channel says.
///
/// # Example
/// ```
/// use chrono::{TimeZone, Utc};
/// use webcare::channel::{self, Capability, Channel, IdempotencyKey, MemoryChannel, Profile};
/// use webcare::mention::{ChannelKind, Mention};
/// use webcare::reply::Draft;
///
/// let profile = Profile::builder(ChannelKind::Forum).capability(Capability::PublicReply);
/// let forum = MemoryChannel::new(profile.build()?);
/// let asked = Mention::builder("7").channel(ChannelKind::Forum).text("Tot hoe laat?").build()?;
/// let reply = Draft::to(&asked).text("Tot vijf uur.").fit(forum.profile())?;
///
/// let key = IdempotencyKey::new("answer-to-7")?;
/// let now = Utc.with_ymd_and_hms(2026, 11, 2, 12, 0, 0).unwrap();
/// let receipt = pollster::block_on(channel::send(&forum, &reply, &key, now))?;
/// let again = pollster::block_on(channel::send(&forum, &reply, &key, now))?;
/// assert!(!receipt.is_replay() && again.is_replay());
/// assert_eq!(forum.sent().len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub async fn send<C: Channel + ?Sized>(
    channel: &C,
    reply: &Reply,
    key: &IdempotencyKey,
    now: DateTime<Utc>,
) -> Result<Receipt, Error> {
    Sending::new(reply, key, now).by(channel).await
}

/// A sending with more to say about it than [`send`] takes.
///
/// # Example
/// On a platform that takes answers for a day:
/// ```
/// use chrono::{TimeDelta, TimeZone, Utc};
/// use webcare::channel::{
///     Capability, Channel, IdempotencyKey, MemoryChannel, Profile, ReplyWindow, Sending,
/// };
/// use webcare::mention::{ChannelKind, Mention};
/// use webcare::reply::Draft;
///
/// let profile = Profile::builder(ChannelKind::WhatsApp)
///     .capability(Capability::PrivateReply)
///     .reply_window(ReplyWindow::new(TimeDelta::hours(24)))
///     .build()?;
/// let channel = MemoryChannel::new(profile);
///
/// let now = Utc.with_ymd_and_hms(2026, 11, 4, 12, 0, 0).unwrap();
/// let asked = Mention::builder("1")
///     .channel(ChannelKind::WhatsApp)
///     .text("Komt de monteur nog?")
///     .published_at(now - TimeDelta::days(2))
///     .build()?;
/// let reply = Draft::to(&asked).text("Ja, om drie uur.").fit(channel.profile())?;
/// let key = IdempotencyKey::new("answer-to-1")?;
///
/// let sending = Sending::new(&reply, &key, now);
/// assert!(pollster::block_on(sending.heard_at(asked.since(now)).by(&channel)).is_err());
/// // But this morning the same person sent a question mark.
/// let heard_at = now - TimeDelta::hours(3);
/// assert!(pollster::block_on(sending.heard_at(heard_at).by(&channel)).is_ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[must_use = "nothing is sent until a channel is named"]
pub struct Sending<'a> {
    reply: &'a Reply,
    key: &'a IdempotencyKey,
    now: DateTime<Utc>,
    heard_at: Option<DateTime<Utc>>,
}

impl<'a> Sending<'a> {
    /// The sending of `reply` at `now`, under `key`.
    pub const fn new(reply: &'a Reply, key: &'a IdempotencyKey, now: DateTime<Utc>) -> Self {
        Self { reply, key, now, heard_at: None }
    }

    /// Sets when the writer was last heard, by this message or a later one: reply windows
    /// count from there.
    pub const fn heard_at(mut self, at: DateTime<Utc>) -> Self {
        self.heard_at = Some(at);
        self
    }

    /// Sends it by `channel`.
    ///
    /// # Errors
    /// As [`send`].
    pub async fn by<C: Channel + ?Sized>(self, channel: &C) -> Result<Receipt, Error> {
        let Self { reply, key, now, heard_at } = self;
        let outgoing = Outgoing::check(channel.profile(), reply, key, heard_at, now)?;
        let Some(outbound) = channel.outbound() else {
            let what = "its profile can answer, and it has no side to send by".to_owned();
            return Err(Error::Broken { what });
        };
        let receipt = outbound.publish(&outgoing).await?;
        if receipt.at().is_some() { Ok(receipt) } else { Ok(receipt.with_time(now)) }
    }
}
