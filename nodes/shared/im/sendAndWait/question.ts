import type { Question } from '../../../../feishu/im/sendAndWait/decisionCards';
import { markdownElements } from '../../../../feishu/markdown';
import type { SeveralPeople } from '../../contact/severalPeople';
import { complaint, type Reader } from '../../operation/field';
import { signature } from '../composer/attribution';
import { originOf, uploadImagesIn } from '../composer/images';
import type { Tools } from '../composer/tools';
import { offerButtons, offerForm, TEXT_INPUT, type Offered } from './controls';
import {
	answerInField,
	approvalOptionsField,
	formFieldsField,
	messageField,
	optionsField,
	responseTypeField,
	titleField,
} from './sendAndWaitFields';

/** The ways to answer as filled in. @throws InputError about the form */
export function readOffered({
	read,
}: Reader<
	| typeof answerInField
	| typeof approvalOptionsField
	| typeof formFieldsField
	| typeof optionsField
	| typeof responseTypeField
>): Offered {
	const type = read(responseTypeField);
	if (type === 'approval') return offerButtons(read(approvalOptionsField));
	const byLink = read(answerInField) === 'link';
	const form = type === 'customForm' ? read(formFieldsField) : undefined;
	if (byLink) form?.refusePersons(answerInField.label);
	const inputs = form?.inputs ?? [TEXT_INPUT];
	const label = read(optionsField).submitLabel || 'Submit';
	return byLink
		? offerButtons([{ choice: 'answer', label, style: 'primary_filled' }], inputs)
		: offerForm(inputs, label);
}

/** Who may answer; undefined when everybody may. @throws InputError with answers by link, since nobody knows who opens one */
export function readApprovers({ read }: Reader<typeof answerInField | typeof optionsField>): SeveralPeople | undefined {
	const { approvers } = read(optionsField);
	if (!approvers || approvers.count === 0) return undefined;
	if (read(answerInField) !== 'link') return approvers;
	throw complaint(
		approvers.label,
		"can't be used with answers by link",
		`Nobody knows who opens a link: set '${answerInField.label}' to Card, or remove the approvers`,
	);
}

/** What is asked, with its images uploaded. @throws InputError when it is empty, or about an image */
export async function readQuestion(
	{ read, panel }: Reader<typeof messageField | typeof optionsField | typeof titleField>,
	tools: Tools,
): Promise<Question> {
	const words = await uploadImagesIn(tools, read(messageField), originOf(panel, messageField.label));
	const note = read(optionsField).includeLinkToWorkflow ? signature(tools.context) : undefined;
	return { title: read(titleField), words: markdownElements(words), ...(note && { note }) };
}
