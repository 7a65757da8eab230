import { runCases } from '../../../testing/run-cases.js';
import { heartToHeartTalk } from './heart-to-heart-talk.source.js';

runCases(heartToHeartTalk, import.meta.url);
