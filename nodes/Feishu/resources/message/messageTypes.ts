import type { INodePropertyOptions } from 'n8n-workflow';

/** The types that a message can arrive as. @see https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/im-v1/message/events/message_content */
export const MESSAGE_TYPES: INodePropertyOptions[] = [
	{ name: 'Audio', value: 'audio', description: 'Voice messages' },
	{ name: 'Calendar Event', value: 'share_calendar_event', description: 'Shared events' },
	{ name: 'Calendar Invitation', value: 'calendar', description: 'Invitations to events' },
	{ name: 'Calendar Notice', value: 'general_calendar', description: 'Handed over and annotated events' },
	{ name: 'Card', value: 'interactive', description: 'Cards of apps' },
	{ name: 'File', value: 'file', description: 'Files' },
	{ name: 'Folder', value: 'folder', description: 'Folders' },
	{ name: 'Image', value: 'image', description: 'Pictures that stand alone' },
	{ name: 'Location', value: 'location', description: 'Places' },
	{ name: 'Merged Forward', value: 'merge_forward', description: 'Bundles of messages' },
	{ name: 'Post', value: 'post', description: 'Text with a title, styles or pictures' },
	{ name: 'Red Packet', value: 'hongbao', description: 'Gifts of money' },
	{ name: 'Shared Chat', value: 'share_chat', description: 'Name cards of groups' },
	{ name: 'Shared User', value: 'share_user', description: 'Name cards of people' },
	{ name: 'Sticker', value: 'sticker', description: 'Stickers' },
	{ name: 'System', value: 'system', description: 'Notices such as somebody joining' },
	{ name: 'Task', value: 'todo', description: 'Tasks' },
	{ name: 'Text', value: 'text', description: 'Plain text' },
	{ name: 'Video', value: 'media', description: 'Videos' },
	{ name: 'Video Meeting', value: 'video_chat', description: 'Video meetings' },
	{ name: 'Vote', value: 'vote', description: 'Votes' },
];
