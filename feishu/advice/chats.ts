import { credential, publish, say, setup, slower, soon, type AdviceRows } from './words';

/** Chats, their members, announcements, tabs and menus. */
export const CHATS: AdviceRows = [
	[232001, say('Feishu refused a value of the chat', 'Check the fields')],
	[
		232002,
		setup(
			'Only the owner and administrators of the group may change it',
			'Make the app an administrator of the group, or let all members edit it',
		),
	],
	[232003, say('The group has no announcement that can be read', 'Write one in Feishu first')],
	[232004, credential('Feishu does not know this app', 'Check App ID and Region in the credential')],
	[232006, setup('The chat ID is not valid', 'A chat ID starts with oc_; choose the chat from the list')],
	[
		232007,
		setup(
			'The chat or one of the members is not valid',
			'A chat ID starts with oc_; members are people or bots of the kind of ID that was chosen',
		),
	],
	[
		232008,
		setup(
			'This kind of chat does not allow that',
			'Chats with one person and some kinds of groups have no such setting',
		),
	],
	[232009, say('The group was dissolved', 'Choose another one')],
	[232010, say('The chat belongs to another organization', 'Choose a chat of your own organization')],
	[232011, setup('The app is not in this chat', 'Add it to the group: Settings → Bots → Add Bot')],
	[232012, setup('The new owner is not in the group', 'Add the person with Member: Add before')],
	[232013, say('The group has as many members as it can have', 'Use another group; paid plans allow more')],
	[
		232014,
		setup('The app may not do this in the chat', "The group's settings reserve it for owner and administrators"),
	],
	[232015, say('Feishu does not know this kind of user ID', 'Choose Open ID, Union ID or User ID')],
	[
		232016,
		setup(
			'Only the owner and administrators may change this setting',
			'Others can change name, avatar and description; make the app an administrator',
		),
	],
	[232017, setup('Only the owner of the group may do this', 'Make the app the owner, or do it in Feishu')],
	[
		232018,
		say(
			'Feishu could not change the announcement',
			"See Feishu's words below; the revision may be an old one, or a request may have another form than it wants",
		),
	],
	[232019, slower('Too many requests for chats at once')],
	[232020, say('The name is too short for a public group', 'Use two characters or more')],
	[
		232021,
		setup('The bot does not exist', 'An App ID looks like cli_a10fbf7e94b8d01d; the app must have its bot switched on'),
	],
	[232022, say('The person has left the organization', 'Leave the person out')],
	[
		232023,
		say('Feishu does not accept name or description of the group', 'They hold words that are blocked; change them'),
	],
	[
		232024,
		setup(
			'App and person may not reach each other',
			"Widen the app's availability; the person may also have blocked the app, or belong to nobody's contacts. " +
				publish,
		),
	],
	[
		232025,
		setup(
			"The app's bot is switched off",
			`Switch it on under Add Features → Bot in the developer console. ${publish}`,
		),
	],
	[232026, say('A public group with this name exists', 'Choose another name')],
	[232027, setup('None of the members is valid', 'Check that the IDs are of people or bots of your organization')],
	[232028, setup('People of other organizations cannot be added to this group', 'The group must be one for outsiders')],
	[232029, setup('Nobody is left who could own the group', 'Make somebody else the owner before')],
	[232030, setup('A user ID is not valid', 'People are ou_… (open_id), on_… (union_id) or a user_id, all of one kind')],
	[232031, setup('The owner must be of the same organization', 'Choose somebody of your own organization')],
	[232032, setup('The owner must be of the same organization', 'Choose somebody of your own organization')],
	[232033, setup('The app lacks the permission for groups with outsiders', publish)],
	[232034, credential('The app is not active in this organization', 'Ask an administrator to enable it')],
	[232035, setup('The ID of the owner is not valid', 'Choose the person from the list')],
	[232037, setup('The app lacks the permission for labels of groups', publish)],
	[
		232038,
		setup('Only the owner of the group may change its administrators', 'Make the app the owner, or do it in Feishu'),
	],
	[
		232039,
		say('The administrators were changed, but Feishu does not say who they are now', 'Nothing needs to be repeated'),
	],
	[232040, say('The group has as many administrators as it can have', 'Remove one before')],
	[232041, setup('The image key is no avatar', 'Choose the binary itself: the node then uploads it as an avatar')],
	[232042, say('A public group needs a name', 'Fill in Name')],
	[
		232043,
		setup(
			'Some of the IDs cannot be used',
			"They do not exist, are out of the app's availability, or belong to people who have left",
		),
	],
	[
		232044,
		say('The group has as many members as the administrator allows', 'Ask the administrator, or use another group'),
	],
	[232046, say('The chat has as many tabs as it can have', '20 tabs can be added; delete one before')],
	[232047, say('The name of the tab is too long', 'Up to 30 Latin or 10 Chinese characters')],
	[
		232048,
		say(
			'Feishu does not accept what the tab shows',
			'Check the address; a document tab needs the address of a document',
		),
	],
	[
		232049,
		setup(
			'This tab cannot be changed',
			'Only tabs that were added can be changed or deleted, not those that Feishu brings itself',
		),
	],
	[232050, say('This kind of chat has no tabs', 'Use a group or a chat with one person')],
	[232051, setup('The app may not open this document', 'Add it to the document: … → More → Add document app')],
	[
		232055,
		setup(
			'The app may not manage tabs and menus of this chat',
			'The settings of the group reserve that for owner and administrators; make the app one',
		),
	],
	[232056, setup('The image belongs to another app', 'Upload it with this app: Media → Upload Image')],
	[
		232057,
		say('The organization has no restricted mode', 'It belongs to some plans of Feishu only; leave the setting out'),
	],
	[232060, say('The group was banned', 'Ask the support of Feishu')],
	[232061, say('A secret chat has no share link', 'Add people with Member: Add')],
	[232062, say('A chat with one person has no share link', 'Use a group')],
	[232063, say('A team has no share link', 'Use a group')],
	[
		232064,
		setup('Only the owner and administrators may share this group', 'Make the app an administrator of the group'),
	],
	[232065, setup('The person or bot does not exist', 'Check the ID')],
	[232066, setup('The app may not open the announcement', 'Give it the right to the document of the announcement')],
	[232068, slower('The group is still being created')],
	[232069, say('A group with outsiders cannot be public', 'Choose Private')],
	[232070, say('The group has as many menus as it can have', 'There can be 3; delete one before')],
	[232071, say('A menu has more entries than it can have', 'There can be 5')],
	[
		232072,
		setup('The list does not hold just the menus of the group', 'Name every menu once, by its chat_menu_top_level_id'),
	],
	[232073, slower('Somebody else is changing the menu')],
	[232075, setup('Who wants to join this group has to ask', 'Have a member add the app: Settings → Bots → Add Bot')],
	[232076, setup('The owner cannot be removed from the group', 'Make somebody else the owner before')],
	[
		232078,
		say(
			'Feishu does not accept this setting or menu',
			'Hiding the member count belongs to some plans only; a menu with entries can have no link',
		),
	],
	[232079, say('This kind of group cannot hide its member count', 'Leave the setting out')],
	[
		232090,
		setup(
			'This kind of chat does not allow that',
			'Chats with one person and some kinds of groups have no such setting',
		),
	],
	[232091, say('The organization allows no public groups', 'Choose Private')],
	[232092, say('Who may post cannot be changed during a meeting', 'Try again after the meeting')],
	[
		232093,
		say('The approval of new members cannot be switched off during this meeting', 'Try again after the meeting'),
	],
	[232095, setup('The app lacks the permission for this kind of group', publish)],
	[232096, soon('Feishu takes no changes of apps for the moment', 'Try again later')],
	[
		232097,
		setup(
			'The announcement of this group is of the newer kind',
			'It is a document with endpoints of its own: use Announcement → Get or Update, which know both kinds',
		),
	],
];
