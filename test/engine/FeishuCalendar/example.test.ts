/** The ready workflow with calendars; what n8n's own nodes do in it is given. */
import { usePlatform } from '../../support/engine';
import { ownChat } from '../../support/engine/ownChat';
import { runExample } from '../../support/engine/example';

const platform = usePlatform();

test('meeting-from-chat invites the group at a time at which all are free, and answers with the address', async () => {
	const { chat_id } = ownChat(platform);
	const message = platform.userMessage('meeting: project review', 'text', platform.store.chats.get(chat_id));
	const said = { chat_id, message_id: message.message_id, text_without_at_bot: 'meeting: project review' };
	const slot = { start: '2027-03-01T09:00:00+08:00', end: '2027-03-01T09:30:00+08:00' };
	const { items, error } = await runExample(
		'meeting-from-chat',
		{ ...platform.credential, type: 'feishuApi' },
		{ Messages: [said], 'Any Time?': [slot] },
	);
	expect(error).toBeUndefined();
	expect(items('Find a Time')).toMatchObject([{ minutes: 30 }]);
	const [event] = items('Create the Event');
	expect(event).toMatchObject({ summary: 'project review' });
	expect(Date.parse(String(event?.start))).toBe(Date.parse(slot.start));
	const { attendees } = platform.store.calendars.events.get(String(event?.event_id)) ?? {};
	expect(attendees?.map(({ named }) => named)).toEqual([chat_id]);
	const [answer] = items('Say When');
	expect(JSON.stringify(platform.message(answer?.message_id).content)).toContain(String(event?.url));
});
