import type { IDataObject } from 'n8n-workflow';

import type { FeishuClient } from '../../shared/client/client';
import { optionalUserField } from '../../shared/contact/person';
import { alone, optionalPeopleField, resolveTogether, SeveralPeople } from '../../shared/contact/severalPeople';
import { collectionField, fieldGroup, type Added } from '../../shared/fields/nested';
import { choiceField, filledField, flagField, textField } from '../../shared/fields/plain';
import { checkUrl } from '../../shared/fields/values';
import { decidedField, variantField } from '../../shared/fields/variants';
import { complaint, mappedField } from '../../shared/operation/field';

/** Characters. Source: …/calendar-event/create */
const [MAX_URL, MAX_WORDS, MOST_HOSTS] = [2000, 500, 10];

const SETTINGS = [
	flagField({
		displayName: 'Attendees Can Start',
		name: 'attendeesCanStart',
		default: true,
		description: 'Whether it may begin without its owner; in the calendar of an app it must',
	}),
	optionalPeopleField({
		displayName: 'Hosts',
		name: 'meetingHosts',
		placeholder: 'Add Host',
		description: 'Up to 10 people; only for events that a person makes',
	}),
	optionalUserField({
		displayName: 'Owner',
		name: 'meetingOwner',
		description: 'To whom the meeting belongs; only for events that an app makes',
	}),
	mappedField(
		textField({
			displayName: 'Password',
			name: 'meetingPassword',
			typeOptions: { password: true },
			description: 'Of 4 to 9 digits',
		}),
		(password, label) => {
			if (password === '' || /^\d{4,9}$/.test(password)) return password;
			throw complaint(label, 'must have 4 to 9 digits');
		},
	),
	flagField({
		displayName: 'Record Automatically',
		name: 'autoRecord',
		default: false,
		description: 'Whether the meeting is recorded from its beginning',
	}),
	flagField({
		displayName: 'Waiting Room',
		name: 'waitingRoom',
		default: false,
		description: 'Whether people wait until a host lets them in',
	}),
	choiceField({
		displayName: 'Who Can Join',
		name: 'whoCanJoin',
		options: [
			{ name: 'Anyone', value: 'anyone_can_join' },
			{ name: 'Event Attendees', value: 'only_event_attendees' },
			{ name: 'People of the Organization', value: 'only_organization_employees' },
		],
		default: 'anyone_can_join',
		description: 'Whom the meeting lets in',
	}),
] as const;

const settings = collectionField(
	{ displayName: 'Meeting Settings', name: 'meetingSettings', placeholder: 'Add setting' },
	SETTINGS,
);

/** Makes `vchat` and its people. */
type Meeting = (feishu: FeishuClient) => Promise<IDataObject>;

const feishuMeeting = mappedField(settings, (added, label): Meeting => {
	const hosts = added.meetingHosts ?? new SeveralPeople([], label);
	if (hosts.count > MOST_HOSTS)
		throw complaint('Hosts', `names ${hosts.count} people`, `Feishu takes ${MOST_HOSTS} at most`);
	return async (feishu) => {
		const owner = alone(added.meetingOwner, 'Owner');
		const { ids, type } = await resolveTogether(feishu, { owner, hosts });
		if (type !== 'open_id')
			throw complaint(
				label,
				`names people by their ${type}`,
				'Choose them from the list, or use e-mail addresses or open_ids',
			);
		return { vc_type: 'vc', ...settingsOf(added, ids) };
	};
});

function settingsOf(added: Added<(typeof SETTINGS)[number]>, ids: { owner: string[]; hosts: string[] }): IDataObject {
	const meeting_settings = {
		...(ids.owner[0] !== undefined && { owner_id: ids.owner[0] }),
		...(ids.hosts.length > 0 && { assign_hosts: ids.hosts }),
		...(added.whoCanJoin && { join_meeting_permission: added.whoCanJoin }),
		...(added.meetingPassword && { password: added.meetingPassword }),
		...(added.autoRecord !== undefined && { auto_record: added.autoRecord }),
		...(added.waitingRoom !== undefined && { open_lobby: added.waitingRoom }),
		...(added.attendeesCanStart !== undefined && { allow_attendees_start: added.attendeesCanStart }),
	};
	return Object.keys(meeting_settings).length > 0 ? { meeting_settings } : {};
}

const url = mappedField(
	filledField({
		displayName: 'Meeting Address',
		name: 'meetingUrl',
		required: true,
		placeholder: 'e.g. https://zoom.us/j/123456789',
		description: 'What opens the meeting',
	}),
	(address, label) => {
		if (address.length > MAX_URL) throw complaint(label, 'is too long', `Use up to ${MAX_URL} characters`);
		return checkUrl(address, label);
	},
);
const words = mappedField(
	textField({
		displayName: 'Link Text',
		name: 'meetingText',
		placeholder: 'e.g. Join on Zoom',
		description: 'What the event says in place of the address',
	}),
	(text, label) => {
		if (text.length <= MAX_WORDS) return text;
		throw complaint(label, 'is too long', `Use up to ${MAX_WORDS} characters`);
	},
);
const elsewhere = fieldGroup('elsewhere', [url, words], ({ read }): Meeting => {
	const [meeting_url, description] = [read(url), read(words)];
	const vchat = { vc_type: 'third_party', icon_type: 'vc', meeting_url, ...(description && { description }) };
	return async () => await Promise.resolve(vchat);
});

const none = decidedField('none', (async () => await Promise.resolve({ vc_type: 'no_meeting' })) as Meeting);

const KINDS = { feishu: feishuMeeting, other: elsewhere, none } as const;
const OPTIONS = [
	{ name: 'Feishu Meeting', value: 'feishu' },
	{ name: 'None', value: 'none' },
	{ name: 'Other Service', value: 'other', description: 'As Zoom, by its address' },
] as const;

/** Where people meet online. */
export const meetingField = mappedField(
	variantField(
		choiceField({
			displayName: 'Meeting Link',
			name: 'meetingLink',
			options: OPTIONS,
			default: 'feishu',
			description: 'Where people meet online',
		}),
		KINDS,
	),
	({ value }) => value,
);

/** The same of an event that is there; undefined leaves it as it is. */
export const changedMeetingField = mappedField(
	variantField(
		choiceField({
			displayName: 'Meeting Link',
			name: 'meetingLinkNow',
			options: [{ name: 'Keep', value: 'keep', description: 'As it is' }, ...OPTIONS],
			default: 'keep',
			description: 'Where people meet online',
		}),
		{ keep: decidedField('keep', undefined), ...KINDS },
	),
	({ value }) => value,
);
