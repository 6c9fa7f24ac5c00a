//! The limits that channels are known to have, and where they are known from.

use super::{Audience, TextLimit};
use crate::mention::ChannelKind;

/// How well a limit is known.
///
/// # Example
/// ```
/// use webcare::reply::Grade;
///
/// assert!(Grade::Official < Grade::Unconfirmed);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Grade {
    /// The platform says so.
    Official,
    /// Others quote the platform word for word.
    Quoted,
    /// Several others agree.
    Agreed,
    /// Sources are few or contradict each other.
    Weak,
    /// Often said, not confirmed.
    Unconfirmed,
}

/// A limit that a channel is known to have, with its source. A host that knows better uses
/// a [`TextLimit`] of its own.
///
/// # Example
/// ```
/// use webcare::mention::ChannelKind;
/// use webcare::reply::{Audience, Grade, Published};
///
/// let known = Published::of(&ChannelKind::Bluesky, Audience::Public).unwrap();
/// assert_eq!(known.limit().max(), Some(300));
/// assert_eq!(known.grade(), Grade::Official);
/// assert!(known.source().starts_with("https://"));
/// assert!(Published::of(&ChannelKind::Email, Audience::Private).is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    channel: ChannelKind,
    audience: Option<Audience>,
    limit: TextLimit,
    grade: Grade,
    source: &'static str,
}

impl Published {
    /// What is known of answers on `channel` to this audience; `None` where no limit is.
    #[must_use]
    pub fn of(channel: &ChannelKind, audience: Audience) -> Option<&'static Self> {
        let holds = |known: &&Self| {
            known.channel == *channel && known.audience.is_none_or(|it| it == audience)
        };
        KNOWN.iter().find(holds)
    }

    /// All that is known.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &KNOWN
    }

    /// The channel.
    #[must_use]
    pub const fn channel(&self) -> &ChannelKind {
        &self.channel
    }

    /// The audience it is for; `None` for both.
    #[must_use]
    pub const fn audience(&self) -> Option<Audience> {
        self.audience
    }

    /// The limit.
    #[must_use]
    pub fn limit(&self) -> TextLimit {
        self.limit.clone()
    }

    /// How well it is known.
    #[must_use]
    pub const fn grade(&self) -> Grade {
        self.grade
    }

    /// The page it is known from.
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.source
    }

    const fn new(
        channel: ChannelKind,
        audience: Option<Audience>,
        limit: TextLimit,
        grade: Grade,
        source: &'static str,
    ) -> Self {
        Self { channel, audience, limit, grade, source }
    }
}

const SPRINKLR: &str = "https://sprinklr.com/help/articles/advanced-capabilities/character-count-limits-for-publishing/63fede497a695d65a160587a";
const MESSENGER: &str = "https://developers.cequens.com/reference/sending-text-message-2";

static KNOWN: [Published; 16] = {
    use Audience::{Private, Public};
    [
        Published::new(
            ChannelKind::X,
            Some(Public),
            TextLimit::weighted(280),
            Grade::Official,
            "https://github.com/twitter/twitter-text/blob/master/config/v3.json",
        ),
        Published::new(
            ChannelKind::X,
            Some(Private),
            TextLimit::characters(10_000),
            Grade::Agreed,
            SPRINKLR,
        ),
        Published::new(
            ChannelKind::Facebook,
            Some(Public),
            TextLimit::characters(8000),
            Grade::Weak,
            "https://www.cruxfinder.com/social-media-character-limits/",
        ),
        Published::new(
            ChannelKind::Facebook,
            Some(Private),
            TextLimit::characters(2000),
            Grade::Quoted,
            MESSENGER,
        ),
        Published::new(
            ChannelKind::Messenger,
            None,
            TextLimit::characters(2000),
            Grade::Quoted,
            MESSENGER,
        ),
        Published::new(
            ChannelKind::Instagram,
            Some(Public),
            TextLimit::characters(2200),
            Grade::Weak,
            SPRINKLR,
        ),
        Published::new(
            ChannelKind::Instagram,
            Some(Private),
            TextLimit::bytes(1000),
            Grade::Official,
            "https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message",
        ),
        Published::new(
            ChannelKind::WhatsApp,
            None,
            TextLimit::characters(4096),
            Grade::Official,
            "https://meta-preview.mintlify.io/docs/whatsapp/cloud-api/messages/text-messages",
        ),
        Published::new(
            ChannelKind::YouTube,
            None,
            TextLimit::characters(10_000),
            Grade::Unconfirmed,
            "https://developers.google.com/youtube/v3/docs/commentThreads/insert",
        ),
        Published::new(
            ChannelKind::Mastodon,
            None,
            TextLimit::graphemes(500).links_as(23).bare_links_in_full().handles_without_domain(),
            Grade::Official,
            "https://github.com/mastodon/mastodon/blob/main/spec/validators/status_length_validator_spec.rb",
        ),
        Published::new(
            ChannelKind::Bluesky,
            Some(Public),
            TextLimit::graphemes(300).and_bytes(3000),
            Grade::Official,
            "https://github.com/bluesky-social/atproto/blob/main/lexicons/app/bsky/feed/post.json",
        ),
        Published::new(
            ChannelKind::Bluesky,
            Some(Private),
            TextLimit::graphemes(1000).and_bytes(10_000),
            Grade::Official,
            "https://github.com/bluesky-social/atproto/blob/main/lexicons/chat/bsky/convo/defs.json",
        ),
        Published::new(
            ChannelKind::LinkedIn,
            None,
            TextLimit::characters(1250),
            Grade::Weak,
            "https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/comments-api",
        ),
        Published::new(
            ChannelKind::Threads,
            None,
            TextLimit::characters(500),
            Grade::Agreed,
            "https://docs.letmepost.dev/preflight/threads-text-max_graphemes",
        ),
        Published::new(
            ChannelKind::Telegram,
            None,
            TextLimit::utf16(4096),
            Grade::Official,
            "https://docs.rs/crate/teloxide-core/latest/source/src/payloads/send_message.rs",
        ),
        Published::new(
            ChannelKind::Review,
            None,
            TextLimit::bytes(4096),
            Grade::Quoted,
            "https://developers.google.com/my-business/reference/rest/v4/accounts.locations.reviews/updateReply",
        ),
    ]
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_has_a_source_and_is_reached() {
        for known in Published::all() {
            assert!(known.source().starts_with("https://"), "{known:?}");
            assert!(known.limit().max().is_some(), "{known:?}");
            for audience in [Audience::Public, Audience::Private] {
                let reached = Published::of(known.channel(), audience).unwrap();
                assert!(known.audience().is_some_and(|it| it != audience) || reached == known);
            }
        }
    }
}
