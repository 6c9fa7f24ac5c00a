//! What sort of message a mention is.

use super::words::open_words;

open_words! {
    /// What sort of message a mention is on its channel.
    ///
    /// # Example
    /// ```
    /// use webcare::mention::MentionKind;
    ///
    /// assert_eq!(MentionKind::from("dm"), MentionKind::DirectMessage);
    /// assert_eq!(MentionKind::Review.as_str(), "review");
    /// ```
    pub enum MentionKind {
        /// A status update that stands on its own.
        Post = "post" | "status",
        /// A remark under somebody's post.
        Comment = "comment",
        /// An answer to another message.
        Reply = "reply",
        /// A message passed on, with or without a remark.
        Repost = "repost" | "retweet" | "share" | "quote",
        /// A message between two parties.
        DirectMessage = "direct_message" | "dm",
        /// A story that names the organisation.
        StoryMention = "story_mention",
        /// A remark under an advertisement.
        AdComment = "ad_comment",
        /// A judgement of a product or service, often with stars.
        Review = "review",
        /// A news item or weblog entry.
        Article = "article",
        /// A page of a site.
        Page = "page",
        /// An e-mail.
        Email = "email",
    }
}
