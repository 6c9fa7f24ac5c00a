//! Where a mention was made.

use super::words::open_words;

open_words! {
    /// The platform or medium on which a mention was made.
    ///
    /// Written as one word, for instance `"x"`; `"twitter"` is read as
    /// [`X`](Self::X). A word that is not known is kept in [`Other`](Self::Other), so data
    /// from a newer version is never lost.
    ///
    /// # Example
    /// ```
    /// use webcare::mention::ChannelKind;
    ///
    /// assert_eq!(ChannelKind::from("Twitter"), ChannelKind::X);
    /// assert_eq!(ChannelKind::from("hyves"), ChannelKind::Other("hyves".to_owned()));
    /// assert!(ChannelKind::WhatsApp.is_conversation());
    /// ```
    pub enum ChannelKind {
        /// X, formerly Twitter.
        X = "x" | "twitter",
        /// Facebook pages, groups and comments.
        Facebook = "facebook",
        /// Instagram posts, stories, comments and direct messages.
        Instagram = "instagram",
        /// WhatsApp.
        WhatsApp = "whatsapp",
        /// Facebook Messenger.
        Messenger = "messenger",
        /// YouTube videos and comments.
        YouTube = "youtube",
        /// LinkedIn.
        LinkedIn = "linkedin",
        /// TikTok.
        TikTok = "tiktok",
        /// Threads.
        Threads = "threads",
        /// Mastodon and what else speaks ActivityPub.
        Mastodon = "mastodon",
        /// Bluesky.
        Bluesky = "bluesky",
        /// Telegram.
        Telegram = "telegram",
        /// Reddit.
        Reddit = "reddit",
        /// A weblog.
        Blog = "blog",
        /// A news site or the comments under its articles.
        News = "news",
        /// A forum.
        Forum = "forum",
        /// A review site or an app store.
        Review = "review" | "reviews",
        /// E-mail.
        Email = "email" | "e-mail" | "mail",
        /// Text messages.
        Sms = "sms",
        /// A web form, or the chat on a website.
        Web = "web",
        /// A telephone call, as a note of it.
        Phone = "phone",
        /// Something printed.
        Print = "print",
        /// The source did not say.
        Unknown = "unknown",
    }
}

impl ChannelKind {
    /// Whether what is written here is a conversation between two parties, private unless
    /// somebody says otherwise: WhatsApp, Messenger, Telegram, e-mail, text messages, a
    /// web form, the telephone.
    #[must_use]
    pub fn is_conversation(&self) -> bool {
        matches!(
            self,
            Self::WhatsApp
                | Self::Messenger
                | Self::Telegram
                | Self::Email
                | Self::Sms
                | Self::Web
                | Self::Phone
        )
    }
}
