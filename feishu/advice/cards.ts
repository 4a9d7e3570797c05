import { notFound, say, setup, slower, soon, type AdviceRows } from './words';

/** Cards: for one person, by the token of a click, and as entities. */
export const CARDS: AdviceRows = [
	// Cards for one person
	[18051, say('The card is gone already', 'Nothing is left to delete')],
	// Cards by the token of a click
	[
		11310,
		say(
			'Feishu did not take the card',
			"See Feishu's words below: it may be locked by a click that is being answered, have more than 200 elements, or be a template that is not visible to the app",
		),
	],
	[
		11311,
		say(
			'Feishu could not build the card',
			"See Feishu's words below. A card of 2.0 can not become one of 1.0; see what the card builder says of it",
		),
	],
	[100000, say('The card is too large', 'What Feishu makes of it may have 100 KB; shorten it')],
	[100030, say('Feishu could not read the request', 'Check the card JSON')],
	[200000, say('The message with the card was recalled', 'Send a new card')],
	[200310, setup('The callback token belongs to another app', 'Use the credential of the app that got the callback')],
	[200320, say('The users for whom the card changes are not right', "'Only for Users' takes up to 50 open_ids (ou_…)")],
	[300020, say('The callback token is not right', 'Pass on the token of card.action.trigger as it came')],
	[
		300030,
		say(
			'The callback token is no longer good',
			'It is good for 30 minutes after the click. Change the card with Card: Update, by its message ID',
		),
	],
	[
		300040,
		say(
			'The callback token was used twice',
			'Each click allows two updates. Change the card with Card: Update, by its message ID',
		),
	],
	[
		300090,
		say(
			'The card looks different to everybody',
			"Name those for whom it changes in 'Only for Users', or set config.update_multi",
		),
	],
	// Card entities
	[
		200220,
		say('Feishu could not build the card', "See Feishu's words below; something in the text is not possible in a card"),
	],
	[
		200510,
		say(
			'The card no longer takes text that grows',
			'Feishu ends that by itself after 10 minutes; Finish still shows the whole text',
		),
	],
	[
		200740,
		notFound(
			'The card',
			'A card ID comes out of Start as card_id. It is too large for a number of JSON: pass it on as text',
		),
	],
	[200750, say('The card is older than 14 days', 'It can be changed no more; start a new one')],
	[200770, say('This change of the card was made before', 'Nothing more is to be done')],
	[
		200810,
		slower(
			"Somebody's click in the card is being answered",
			'Feishu takes other changes after that; raise the longest wait in Request Options',
		),
	],
	[
		200850,
		say(
			'The card no longer takes text that grows',
			'Feishu ends that by itself after 10 minutes; Finish still shows the whole text',
		),
	],
	[200860, say('The card is too large', 'A card may have 30 KB; shorten the text')],
	[
		300120,
		soon(
			'Feishu failed to change the card',
			'Try again in a moment; if it stays, check that the Element ID is that of an element in the card',
		),
	],
	[300121, say('The element of the card could not be replaced', "Check the Element ID; see Feishu's words below")],
	[300122, say('The settings of the card could not be changed', "See Feishu's words below")],
	[300301, say('Two elements of the card have the same ID', 'Each element_id may occur once in a card')],
	[300302, say('The card is not the same for everybody', 'Card entities need update_multi to be true')],
	[300303, say('The card has the old form', 'Card entities need card JSON 2.0 (schema: "2.0")')],
	[300305, say('The card has too many elements', 'A card may have 200; texts, columns and buttons count each')],
	[300307, say('The card is empty', 'Enter a text or a title')],
	[
		300309,
		say(
			'The card no longer takes text that grows',
			'It was finished; change its text with Finish, or start a new card',
		),
	],
	[
		300310,
		say('The element of the card holds no text', 'Only text and Markdown elements can grow: check the Element ID'),
	],
	[300311, setup('The card belongs to another app', 'Use the credential of the app that made the card')],
	[300312, say('An element of the card is of another kind', 'Its kind can only be changed by replacing it')],
	[
		300313,
		say(
			'The element of the card could not be changed',
			"Check the Element ID: the card may have none of this name. See Feishu's words below",
		),
	],
	[300314, say('The element of the card could not be removed', "Check the Element ID; see Feishu's words below")],
	[300315, say('The element could not be added to the card', "See Feishu's words below")],
	[
		300317,
		say(
			'The card was changed by somebody else with a later number',
			'Numbers follow the clock: check that the clocks of all n8n servers are right. A program that numbers the changes of the same card by another rule gets in the way as well',
		),
	],
];
