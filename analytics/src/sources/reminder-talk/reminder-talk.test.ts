import { runCases } from '../../../testing/run-cases.js';
import { reminderTalk } from './reminder-talk.source.js';

runCases(reminderTalk, import.meta.url);
