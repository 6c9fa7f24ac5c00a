//! What a channel is, and what it takes.

use super::{Capabilities, Capability, ReplyWindow};
use crate::Error;
use crate::mention::ChannelKind;
use crate::reply::{Audience, TextLimit};

/// What a channel is, and what it takes: its kind, the own account behind it, what it can
/// do, how long an answer may be and until when it may be given.
///
/// A profile is a value. It does not change while a channel exists.
///
/// # Example
/// ```
/// use chrono::TimeDelta;
/// use webcare::channel::{Capability, Profile, ReplyWindow};
/// use webcare::mention::ChannelKind;
///
/// let profile = Profile::builder(ChannelKind::WhatsApp)
///     .account("+31 20 555 0100")
///     .capability(Capability::PrivateReply)
///     .reply_window(ReplyWindow::new(TimeDelta::hours(24)))
///     .build()?;
/// assert_eq!(profile.account(), Some("+31 20 555 0100"));
/// assert!(!profile.capabilities().has(Capability::PublicReply));
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    kind: ChannelKind,
    account: Option<String>,
    capabilities: Capabilities,
    public_limit: TextLimit,
    private_limit: TextLimit,
    reply_window: Option<ReplyWindow>,
}

impl Profile {
    /// Starts the profile of a channel of `kind` that can only be read.
    pub fn builder(kind: ChannelKind) -> ProfileBuilder {
        ProfileBuilder {
            profile: Self {
                public_limit: TextLimit::of(&kind, Audience::Public),
                private_limit: TextLimit::of(&kind, Audience::Private),
                kind,
                account: None,
                capabilities: Capabilities::new(),
                reply_window: None,
            },
        }
    }

    /// The platform or medium.
    #[must_use]
    pub const fn kind(&self) -> &ChannelKind {
        &self.kind
    }

    /// The own account that receives and answers; `None` where there is none, or where one
    /// channel serves all.
    #[must_use]
    pub fn account(&self) -> Option<&str> {
        self.account.as_deref()
    }

    /// What it can do with an answer.
    #[must_use]
    pub const fn capabilities(&self) -> Capabilities {
        self.capabilities
    }

    /// How long an answer to `audience` may be, and how that is counted.
    #[must_use]
    pub const fn text_limit(&self, audience: Audience) -> &TextLimit {
        if audience.is_public() { &self.public_limit } else { &self.private_limit }
    }

    /// How long a message may be answered; `None` for ever.
    #[must_use]
    pub const fn reply_window(&self) -> Option<&ReplyWindow> {
        self.reply_window.as_ref()
    }
}

/// The limit of public answers, or of private ones where there are no others. Where the two
/// differ, [`Profile::text_limit`] tells which is which.
impl AsRef<TextLimit> for Profile {
    fn as_ref(&self) -> &TextLimit {
        let public = self.capabilities.has(Capability::PublicReply);
        self.text_limit(if public { Audience::Public } else { Audience::Private })
    }
}

/// Makes a [`Profile`]. Set the account if the platform has accounts, and each
/// [`Capability`] if the channel can be answered; the text limit if it is not the usual one
/// of the kind; the reply window if the platform has one.
///
/// # Example
/// ```
/// use webcare::channel::{Capability, Profile};
/// use webcare::mention::ChannelKind;
///
/// let forum = Profile::builder(ChannelKind::Forum).capability(Capability::PublicReply);
/// assert!(forum.clone().build()?.account().is_none());
/// let error = forum.account(" ").build().unwrap_err();
/// assert_eq!(error.to_string(), "account: expected a name, found \" \"");
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct ProfileBuilder {
    profile: Profile,
}

impl ProfileBuilder {
    /// The own account that receives and answers.
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.profile.account = Some(account.into());
        self
    }

    /// One more thing that the channel can do.
    pub fn capability(mut self, capability: Capability) -> Self {
        self.profile.capabilities = self.profile.capabilities.with(capability);
        self
    }

    /// All that the channel can do.
    pub fn capabilities(mut self, capabilities: Capabilities) -> Self {
        self.profile.capabilities = capabilities;
        self
    }

    /// How long an answer may be, public or private, and how that is counted.
    pub fn text_limit(mut self, limit: TextLimit) -> Self {
        self.profile.public_limit = limit.clone();
        self.profile.private_limit = limit;
        self
    }

    /// How long a private answer may be, where that is another length. Set it after
    /// [`text_limit`](Self::text_limit).
    pub fn private_text_limit(mut self, limit: TextLimit) -> Self {
        self.profile.private_limit = limit;
        self
    }

    /// How long a message may be answered.
    pub fn reply_window(mut self, window: ReplyWindow) -> Self {
        self.profile.reply_window = Some(window);
        self
    }

    /// The profile.
    ///
    /// # Errors
    /// When the account is blank.
    pub fn build(self) -> Result<Profile, Error> {
        match self.profile.account.as_deref() {
            Some(account) if account.trim().is_empty() => {
                let found = format!("expected a name, found \"{account}\"");
                Err(Error::fault("account", found))
            }
            _ => Ok(self.profile),
        }
    }
}
