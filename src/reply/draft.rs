//! An answer in the making.

use super::{Audience, Reply, Sign, Signature, TextLimit, split};
use crate::Error;
use crate::error::Kind;
use crate::mention::Mention;

/// An answer in the making: it knows which mention it answers, and who may read it.
///
/// Its audience follows the mention: what was not said in public is not answered in public
/// unless [`in_public_although_private`](Self::in_public_although_private) says so.
///
/// # Example
/// ```
/// use webcare::mention::{ChannelKind, Mention};
/// use webcare::reply::{Audience, Draft, Signature, TextLimit};
///
/// let mention = Mention::builder("m-1").channel(ChannelKind::X).text("Waar blijft bus 12?").build()?;
/// let signature = Signature::of("Ruben de Leeuw")?;
/// let limit = TextLimit::of(mention.channel(), Audience::Public);
///
/// let draft = Draft::to(&mention).text("Die staat in de file, hij komt om 10:12.").sign(&signature)?;
/// assert_eq!(draft.remaining(&limit), Some(236));
///
/// let reply = draft.fit(&limit)?;
/// assert_eq!(reply.text(), "Die staat in de file, hij komt om 10:12. ^RL");
/// assert!(reply.audience().is_public());
/// # Ok::<(), webcare::Error>(())
/// ```
#[derive(Clone, Debug)]
#[must_use = "a draft is not an answer until it fits"]
pub struct Draft<'m> {
    pub(super) mention: &'m Mention,
    pub(super) text: String,
    pub(super) audience: Audience,
    pub(super) sign: Option<Sign>,
    /// Where the signature that was put under the text begins, with what is before it.
    pub(super) signature_at: Option<usize>,
}

impl<'m> Draft<'m> {
    /// Starts an answer to `mention`.
    pub const fn to(mention: &'m Mention) -> Self {
        Self {
            mention,
            text: String::new(),
            audience: Audience::of(mention.visibility()),
            sign: None,
            signature_at: None,
        }
    }

    /// Sets what is answered. A new text is not signed.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self.sign = None;
        self.signature_at = None;
        self
    }

    /// Answers in private, also what was said in public.
    pub const fn in_private(mut self) -> Self {
        self.audience = Audience::Private;
        self
    }

    /// Answers in public, also what was not said in public. The reply records it.
    ///
    /// # Example
    /// ```
    /// use webcare::mention::{ChannelKind, Mention};
    /// use webcare::reply::{Draft, TextLimit};
    ///
    /// let mention = Mention::builder("m-1").channel(ChannelKind::WhatsApp).text("Hoi").build()?;
    /// let reply = Draft::to(&mention).text("Dag!").fit(TextLimit::none())?;
    /// assert!(!reply.audience().is_public());
    ///
    /// let reply = Draft::to(&mention)
    ///     .text("Dag!")
    ///     .in_public_although_private()
    ///     .fit(TextLimit::none())?;
    /// assert!(reply.audience().is_public() && reply.is_public_although_private());
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub const fn in_public_although_private(mut self) -> Self {
        self.audience = Audience::Public;
        self
    }

    /// Puts a signature under the text, unless it is there already, and remembers whose
    /// it is.
    ///
    /// # Errors
    /// When there is no text yet ([`Error::is_blank`]).
    pub fn sign(mut self, signature: &Signature) -> Result<Self, Error> {
        if is_blank(&self.text) {
            return Err(Error::new(Kind::Blank));
        }
        let signed = signature.put_under(&self.text).into_owned();
        if signed.len() > self.text.len() {
            self.signature_at = self.signature_at.or(Some(self.text.len()));
        } else if self.signature_at.is_none() {
            self.signature_at = signature.find_in(&signed).map(|range| range.start);
        }
        self.text = signed;
        self.sign = Some(signature.sign().clone());
        Ok(self)
    }

    /// Who may read it.
    #[must_use]
    pub const fn audience(&self) -> Audience {
        self.audience
    }

    /// The text as it stands, signature included.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// How much may still be written: negative by how much it is too long, `None` where
    /// any length is taken.
    #[must_use]
    pub fn remaining(&self, limit: impl AsRef<TextLimit>) -> Option<i64> {
        limit.as_ref().remaining(&self.text)
    }

    /// The answer, if the channel takes it as it is.
    ///
    /// # Errors
    /// When there is no text ([`Error::is_blank`]), it is too long
    /// ([`Error::is_too_long`]) or holds a character that X refuses, or the mention is our
    /// own message ([`Error::is_own_message`]).
    pub fn fit(self, limit: impl AsRef<TextLimit>) -> Result<Reply, Error> {
        self.check()?;
        limit.as_ref().check(&self.text)?;
        Ok(Reply::new(&self, self.text.clone(), self.sign.clone()))
    }

    /// The answer in as many parts as it takes, cut between sentences where that can be,
    /// else between words, else between graphemes. Links, handles and emoji are never cut.
    /// What is signed stands under the last part. The parts put together are the text.
    ///
    /// # Errors
    /// As [`fit`](Self::fit); [`Error::is_too_long`] only when something that is never cut,
    /// or a run of blanks, is longer than the limit.
    ///
    /// # Example
    /// ```
    /// use webcare::mention::{ChannelKind, Mention};
    /// use webcare::reply::{Draft, Signature, TextLimit};
    ///
    /// let mention = Mention::builder("m-1").channel(ChannelKind::X).text("Hoe dan?").build()?;
    /// let parts = Draft::to(&mention)
    ///     .text("Log eerst uit. Start daarna de app opnieuw op.")
    ///     .sign(&Signature::of("Noor El Idrissi")?)?
    ///     .split(TextLimit::weighted(40))?;
    /// let texts: Vec<&str> = parts.iter().map(|part| part.text()).collect();
    /// assert_eq!(texts, ["Log eerst uit. ", "Start daarna de app opnieuw op. ^NE"]);
    /// # Ok::<(), webcare::Error>(())
    /// ```
    pub fn split(self, limit: impl AsRef<TextLimit>) -> Result<Vec<Reply>, Error> {
        self.check()?;
        let limit = limit.as_ref();
        if limit.check(&self.text).is_ok() {
            return Ok(vec![Reply::new(&self, self.text.clone(), self.sign.clone())]);
        }
        limit.check_characters(&self.text)?;
        let parts = split::split(&self.text, self.signature_at, limit)?;
        let reply = |part: &str| Reply::new(&self, part.to_owned(), self.sign.clone());
        Ok(parts.into_iter().map(reply).collect())
    }

    /// What holds for every answer, whatever its length.
    fn check(&self) -> Result<(), Error> {
        if self.mention.direction().is_outbound() {
            return Err(Error::new(Kind::OwnMessage(self.mention.id().to_string())));
        }
        if is_blank(&self.text) {
            return Err(Error::new(Kind::Blank));
        }
        Ok(())
    }
}

/// Whether nothing in `text` can be seen.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
    })
}
