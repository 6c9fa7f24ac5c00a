//! What a channel gets to send, and the checks that come before it.

use super::error::named;
use super::{Capability, Error, IdempotencyKey, Profile, ReplyWindow};
use crate::reply::{Audience, Reply, TextLimit};
use chrono::{DateTime, Utc};

/// An answer that has passed every check, on its way into a channel.
///
/// Only [`send`](super::send) makes one, so an [`Outbound`](super::Outbound) never sees what
/// was not checked, and nobody reaches it past the checks. Wrappers hand it on as it is.
///
/// # Example
/// What a channel reads from it:
/// ```
/// use webcare::channel::Outgoing;
///
/// fn request(outgoing: &Outgoing<'_>) -> serde_json::Value {
///     serde_json::json!({
///         "in_reply_to": outgoing.parent(),
///         "body": outgoing.reply().text(),
///         "private": !outgoing.reply().audience().is_public(),
///         "idempotency_key": outgoing.key().as_str(),
///     })
/// }
/// ```
#[derive(Clone, Debug)]
pub struct Outgoing<'a> {
    reply: &'a Reply,
    key: &'a IdempotencyKey,
    at: DateTime<Utc>,
}

impl<'a> Outgoing<'a> {
    /// Checks whether a channel of `profile` may send `reply` at `now`, to somebody who was
    /// heard last at `heard_at`.
    pub(super) fn check(
        profile: &Profile,
        reply: &'a Reply,
        key: &'a IdempotencyKey,
        heard_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<Self, Error> {
        same_channel(profile, reply)?;
        let capability = needed(reply)?;
        if !profile.capabilities().has(capability) {
            return Err(Error::Unsupported { capability });
        }
        fits(profile.text_limit(reply.audience()), reply.text())?;
        in_time(profile.reply_window(), reply.audience(), heard_at, now)?;
        Ok(Self { reply, key, at: now })
    }

    /// The answer.
    #[must_use]
    pub const fn reply(&self) -> &'a Reply {
        self.reply
    }

    /// What makes two attempts the same.
    #[must_use]
    pub const fn key(&self) -> &'a IdempotencyKey {
        self.key
    }

    /// The message that is answered, by the platform's identifier; the host's own where the
    /// platform has none.
    #[must_use]
    pub fn parent(&self) -> &'a str {
        self.reply.in_reply_to().unwrap_or_else(|| self.reply.mention().as_str())
    }

    /// When it is sent, by the host's clock.
    #[must_use]
    pub const fn at(&self) -> DateTime<Utc> {
        self.at
    }
}

/// Whether the answer is for this channel and account.
fn same_channel(profile: &Profile, reply: &Reply) -> Result<(), Error> {
    let other_kind = reply.channel() != profile.kind();
    let other_account =
        reply.account().zip(profile.account()).is_some_and(|(asked, own)| asked != own);
    if other_kind || other_account {
        return Err(Error::WrongChannel {
            answer: named(reply.channel(), reply.account()),
            channel: named(profile.kind(), profile.account()),
        });
    }
    Ok(())
}

/// What a channel has to be able to do to place `reply`.
fn needed(reply: &Reply) -> Result<Capability, Error> {
    match (reply.audience(), reply.visibility().is_public()) {
        (Audience::Public, true) => Ok(Capability::PublicReply),
        (Audience::Public, false) if reply.is_public_although_private() => {
            Ok(Capability::PublicReply)
        }
        (Audience::Public, false) => Err(Error::WrongAudience),
        (Audience::Private, true) => Ok(Capability::PrivateReplyToPublic),
        (Audience::Private, false) => Ok(Capability::PrivateReply),
    }
}

/// Whether the channel takes the text.
fn fits(limit: &TextLimit, text: &str) -> Result<(), Error> {
    let over = |length: usize, limit: Option<usize>| {
        limit.filter(|limit| length > *limit).map(|limit| Error::TooLong { length, limit })
    };
    let too_long = over(limit.count(text), limit.max());
    if let Some(error) = too_long.or_else(|| over(text.len(), limit.max_bytes())) {
        return Err(error);
    }
    limit.check(text).map_err(|error| Error::refused(error.to_string()))
}

/// Whether the platform still takes the answer.
fn in_time(
    window: Option<&ReplyWindow>,
    audience: Audience,
    heard_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Some(window) = window.filter(|window| window.is_for(audience)) else { return Ok(()) };
    let heard_at = heard_at.ok_or(Error::WindowUnknown)?;
    match window.closes_at(audience, heard_at) {
        Some(closed_at) if now > closed_at => Err(Error::WindowClosed { closed_at }),
        _ => Ok(()),
    }
}
