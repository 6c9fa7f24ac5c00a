//! What an integrator supplies so that a channel can be checked.

use crate::channel::{Channel, Error};
use crate::mention::Mention;
use crate::reply::Audience;
use async_trait::async_trait;

/// Makes channels to be checked, all of one profile.
///
/// Behind it stands whatever the channel speaks to: a server in the same process, a set of
/// files, a test account. An error of the harness itself counts against the channel, with
/// what the error says.
///
/// # Example
/// See the [module](super).
#[async_trait]
pub trait Harness: Send + Sync {
    /// A fresh channel: `mentions` are waiting to be read, in this order, and nothing was
    /// placed. They are of the kind and account of the channel's profile. Identifiers may
    /// be other ones than theirs, texts may not.
    async fn open(&self, mentions: Vec<Mention>) -> Result<Box<dyn Subject>, Error>;
}

/// One channel under check, and the platform behind it.
///
/// # Example
/// See the [module](super).
#[async_trait]
pub trait Subject: Send + Sync {
    /// The channel.
    fn channel(&self) -> &dyn Channel;

    /// One more mention arrives on the platform.
    async fn arrive(&self, mention: Mention) -> Result<(), Error>;

    /// Something arrives on the platform that cannot be read as a mention. `false` if the
    /// platform cannot do that.
    async fn arrive_unreadable(&self) -> Result<bool, Error> {
        Ok(false)
    }

    /// All answers that stand on the platform, in the order in which they were placed. A
    /// channel that can only be read has none.
    async fn placed(&self) -> Result<Vec<Placed>, Error> {
        Ok(Vec::new())
    }

    /// The program is stopped and started: the channel is made anew, and knows only what
    /// the platform, or a file of its own, has kept.
    async fn restart(&mut self) -> Result<(), Error>;
}

/// An answer as it stands on the platform.
///
/// # Example
/// ```
/// use webcare::channel::conformance::Placed;
/// use webcare::reply::Audience;
///
/// let placed = Placed {
///     external_id: "9001".to_owned(),
///     in_reply_to: Some("8999".to_owned()),
///     audience: Audience::Public,
///     text: "Dank voor de melding!".to_owned(),
/// };
/// assert!(placed.audience.is_public());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The platform's identifier of it.
    pub external_id: String,
    /// The platform's identifier of the message under which it stands.
    pub in_reply_to: Option<String>,
    /// Who can read it.
    pub audience: Audience,
    /// What it says.
    pub text: String,
}
