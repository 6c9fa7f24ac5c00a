//! What a channel can do with an answer.

use std::fmt;

/// One thing that a channel can do with an answer.
///
/// Whether a channel can be read or answered at all is told by
/// [`Channel::inbound`](super::Channel::inbound) and
/// [`Channel::outbound`](super::Channel::outbound); this is about what kind of answer.
///
/// # Example
/// ```
/// use webcare::channel::Capability;
///
/// assert_eq!(Capability::PrivateReply.as_str(), "private_reply");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Capability {
    /// Answer a message where everybody who can read it reads the answer.
    PublicReply,
    /// Answer a private message, so that only the writer reads the answer.
    PrivateReply,
    /// Answer a message that others can read so that only the writer reads the answer: a
    /// private reply to a comment, for instance.
    PrivateReplyToPublic,
}

impl Capability {
    /// All of them, in the order of the variants.
    pub const ALL: [Self; 3] = [Self::PublicReply, Self::PrivateReply, Self::PrivateReplyToPublic];

    /// The word for it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PublicReply => "public_reply",
            Self::PrivateReply => "private_reply",
            Self::PrivateReplyToPublic => "private_reply_to_public",
        }
    }

    const fn bit(self) -> u32 {
        match self {
            Self::PublicReply => 1,
            Self::PrivateReply => 1 << 1,
            Self::PrivateReplyToPublic => 1 << 2,
        }
    }
}

impl fmt::Display for Capability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// The set of what a channel can do with an answer.
///
/// # Example
/// ```
/// use webcare::channel::{Capabilities, Capability};
///
/// let capabilities = Capabilities::new().with(Capability::PublicReply);
/// assert!(capabilities.has(Capability::PublicReply));
/// assert!(!capabilities.has(Capability::PrivateReply));
/// assert_eq!(capabilities.to_string(), "public_reply");
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Capabilities(u32);

impl Capabilities {
    /// A channel that can only be read.
    #[must_use]
    pub const fn new() -> Self {
        Self(0)
    }

    /// The same and `capability`.
    #[must_use]
    pub const fn with(self, capability: Capability) -> Self {
        Self(self.0 | capability.bit())
    }

    /// Whether `capability` is among them.
    #[must_use]
    pub const fn has(self, capability: Capability) -> bool {
        self.0 & capability.bit() != 0
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each of them, in the order of [`Capability::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Capability> {
        Capability::ALL.into_iter().filter(move |capability| self.has(*capability))
    }
}

impl FromIterator<Capability> for Capabilities {
    fn from_iter<I: IntoIterator<Item = Capability>>(all: I) -> Self {
        all.into_iter().fold(Self::new(), Self::with)
    }
}

impl fmt::Display for Capabilities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("none");
        }
        for (index, capability) in self.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            write!(f, "{comma}{capability}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Capabilities {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::{Capabilities, Capability};

    #[test]
    fn each_capability_stands_on_its_own() {
        for one in Capability::ALL {
            let set = Capabilities::new().with(one);
            assert_eq!(set.iter().collect::<Vec<_>>(), [one]);
            assert_eq!(set.to_string(), one.as_str());
            assert_eq!(set.with(one), set);
        }
        let all: Capabilities = Capability::ALL.into_iter().collect();
        assert_eq!(all.iter().count(), Capability::ALL.len());
        assert_eq!(all.to_string(), "public_reply, private_reply, private_reply_to_public");
        assert_eq!(Capabilities::new().to_string(), "none");
        assert!(Capabilities::new().is_empty() && !all.is_empty());
        assert_eq!(format!("{all:?}"), "{PublicReply, PrivateReply, PrivateReplyToPublic}");
    }
}
