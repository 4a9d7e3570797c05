import type { IDataObject } from 'n8n-workflow';

import type { InputFile } from '../../shared/client/binary';
import type { FeishuClient } from '../../shared/client/client';
import { uploadMedia } from '../../shared/drive/mediaUpload';
import type { OpenFile } from '../../shared/fields/common';
import type { Added } from '../../shared/fields/nested';
import { choiceField, listField, plainField, textField } from '../../shared/fields/plain';
import { splitList, textOf } from '../../shared/fields/values';
import { complaint, mappedField, type Field } from '../../shared/operation/field';

/** Source: …/calendar-event/create */
const LIMITS = { title: 1000, description: 40_960, place: 512, address: 255, reminder: 20_160, files: 26_214_400 };

const noLonger = (most: number) => (text: string, label: string) => {
	if (text.length <= most) return text;
	throw complaint(label, 'is too long', `Use up to ${most.toLocaleString('en')} characters`);
};

export const titleField = mappedField(
	textField({
		displayName: 'Title',
		name: 'eventTitle',
		placeholder: 'e.g. Project review',
		description: 'What the event is called',
	}),
	noLonger(LIMITS.title),
);

const descriptionField = mappedField(
	textField({
		displayName: 'Description',
		name: 'eventDescription',
		typeOptions: { rows: 3 },
		description:
			'What it is about; some HTML is understood. It takes the place of rich text that was written in the client.',
	}),
	noLonger(LIMITS.description),
);

const color: Field<number | undefined, 'eventColour'> = plainField(
	{
		displayName: 'Color',
		name: 'eventColour',
		type: 'color',
		default: '',
		description: 'Seen by the caller only; that of the calendar when empty',
	},
	(value, label) => {
		const text = textOf(label, value).trim();
		if (text === '') return -1;
		if (!/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(text))
			throw complaint(label, `holds no color: ${text.slice(0, 20)}`, 'A color looks like #3370ff');
		return 0xff000000 | parseInt(text.slice(1, 7), 16) | 0;
	},
);

const reminders = mappedField(
	listField({
		displayName: 'Remind Before (Minutes)',
		name: 'reminders',
		placeholder: 'e.g. 15, 1440',
		description: 'For the caller only, several separated by commas; 1440 is a day, -540 is at nine of a whole day',
	}),
	(list, label) =>
		list.map((one) => {
			const minutes = Number(one);
			if (Number.isInteger(minutes) && Math.abs(minutes) <= LIMITS.reminder) return { minutes };
			throw complaint(label, `can't hold ${one.slice(0, 20)}`, 'Use whole minutes, up to two weeks: 20160');
		}),
);

const attachments: Field<OpenFile[], 'attachFiles'> = plainField(
	{
		displayName: 'Attachments',
		name: 'attachFiles',
		type: 'string',
		default: '',
		placeholder: 'e.g. data, agenda',
		description: 'The names of the input fields that hold files, separated by commas; 25 MB in all',
	},
	(value, label, panel) => splitList(value).map((name) => async () => await panel.file(name, label)),
);

export const DETAILS = [
	attachments,
	color,
	descriptionField,
	mappedField(
		textField({
			displayName: 'Location',
			name: 'location',
			placeholder: 'e.g. Café on the corner',
			description: 'The name of the place; meeting rooms are attendees',
		}),
		noLonger(LIMITS.place),
	),
	mappedField(
		textField({
			displayName: 'Location Address',
			name: 'locationAddress',
			placeholder: 'e.g. 1 Example Road',
			description: 'Where the place is',
		}),
		noLonger(LIMITS.address),
	),
	reminders,
	choiceField({
		displayName: 'Show As',
		name: 'showAs',
		options: [
			{ name: 'Busy', value: 'busy' },
			{ name: 'Free', value: 'free' },
		],
		default: 'busy',
		description: 'How it counts when others look for a time',
	}),
	choiceField({
		displayName: 'Visibility',
		name: 'visibility',
		options: [
			{ name: 'As the Calendar', value: 'default' },
			{ name: 'Private', value: 'private', description: 'Only attendees see what it is about' },
			{ name: 'Public', value: 'public' },
		],
		default: 'default',
		description: 'Who sees what it is about',
	}),
	choiceField({
		displayName: 'What Attendees May Do',
		name: 'attendeeAbility',
		options: [
			{ name: 'Change the Event', value: 'can_modify_event' },
			{ name: 'Invite Others', value: 'can_invite_others' },
			{ name: 'Nothing', value: 'none' },
			{ name: 'See Each Other', value: 'can_see_others' },
		],
		default: 'none',
		description: 'Each includes what is less',
	}),
] as const;

type Details = Added<(typeof DETAILS)[number]>;

/** What was filled in, with its files. */
export interface ReadyDetails {
	given: Details;
	files: readonly InputFile[];
}

/** Opens the files. @throws InputError about those that are not there, and too large ones */
export async function readyDetails(given: Details): Promise<ReadyDetails> {
	const files = await Promise.all((given.attachFiles ?? []).map(async (open) => await open()));
	const total = files.reduce((sum, { size }) => sum + size, 0);
	if (total <= LIMITS.files) return { given, files };
	throw attachments.refuse(
		'holds more than 25 MB',
		'Share large files in Drive, and put their address into the description',
	);
}

/** In the words of the endpoint; what was not filled in stays out. Files are uploaded first. */
export async function detailsBody(
	feishu: FeishuClient,
	calendar_id: string,
	{ given, files }: ReadyDetails,
): Promise<IDataObject> {
	const { location, locationAddress } = given;
	const place = { ...(location && { name: location }), ...(locationAddress && { address: locationAddress }) };
	return {
		...(given.eventDescription !== undefined && { description: given.eventDescription }),
		...(Object.keys(place).length > 0 && { location: place }),
		...(given.eventColour !== undefined && { color: given.eventColour }),
		...(given.reminders !== undefined && { reminders: given.reminders }),
		...(given.showAs !== undefined && { free_busy_status: given.showAs }),
		...(given.visibility !== undefined && { visibility: given.visibility }),
		...(given.attendeeAbility !== undefined && { attendee_ability: given.attendeeAbility }),
		...(files.length > 0 && { attachments: await attached(feishu, calendar_id, files) }),
	};
}

async function attached(
	feishu: FeishuClient,
	calendar_id: string,
	files: readonly InputFile[],
): Promise<IDataObject[]> {
	const tokens: IDataObject[] = [];
	for (const file of files) {
		const { label } = attachments;
		const file_token = await uploadMedia(feishu, file, { label, parentType: 'calendar', parentNode: calendar_id });
		tokens.push({ file_token });
	}
	return tokens;
}
