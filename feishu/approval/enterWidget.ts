/**
 * What somebody entered for one control, as the platform takes it.
 * @see https://open.feishu.cn/document/server-docs/approval-v4/instance/approval-instance-form-control-parameters
 */
import type { Enter } from './enter';
import { asAddress, asDepartments, asDocument, asFiles, asInstances, asPeople } from './enterReferences';
import { asAmount, asDate, asNumber, asOption, asOptions, asPeriod, asPhone, asShift, asText } from './enterValues';

/** By the type of the control; tables and groups stand in `enterForm.ts`, since they hold others. */
export const ENTER: Readonly<Record<string, Enter>> = {
	input: asText,
	textarea: asText,
	number: asNumber,
	amount: asAmount,
	formula: asNumber,
	date: asDate,
	dateInterval: asPeriod,
	radio: asOption,
	radioV2: asOption,
	checkbox: asOptions,
	checkboxV2: asOptions,
	contact: asPeople,
	department: asDepartments,
	connect: asInstances,
	document: asDocument,
	attachment: asFiles('attachment'),
	attachmentV2: asFiles('attachment'),
	image: asFiles('image'),
	imageV2: asFiles('image'),
	address: asAddress,
	telephone: asPhone,
	shiftGroup: asShift,
};
