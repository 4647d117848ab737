import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { pageTexts } from './page-texts.ts';

/** Scenarios with a button. */
const quick = [
  'DeniedRequest',
  'NoPermission',
  'SearchTimeout',
  'UnsupportedPicPixels',
  'ServerInternalError',
  'DeniedRequest*2,success',
  'connection-reset',
  'delay-3000',
  'score-0.72',
];

/** The status page, as one self-contained file. */
export const statusPage: string = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${pageTexts.en['title']}</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
  <h1 data-text="title"></h1>
  <span class="sub"><span data-text="signature"></span>: <b id="signature"></b></span>
  <span class="problem" id="lost" role="status"></span>
  <span class="grow"></span>
  <span><span class="sub" id="session-name" data-text="session"></span> <select id="session" aria-labelledby="session-name"></select></span>
  <button id="language" data-text="other"></button>
</header>
<main>
  <div>
    <section>
      <h2 data-text="next"></h2>
      <form id="use">
        <label for="plan" data-text="scenario"></label>
        <input type="text" id="plan" list="scenarios" autocomplete="off" required>
        <datalist id="scenarios"></datalist>
        <div class="row"><button class="main" data-text="apply"></button><button type="button" id="reset" data-text="reset"></button></div>
      </form>
      <div class="problem" id="problem" role="alert"></div>
      <div class="row quick">${quick.map((plan) => `<button data-plan="${plan}">${plan}</button>`).join('')}</div>
    </section>
    <section><h2 data-text="pending"></h2><ul id="pending"></ul></section>
    <section>
      <h2 data-text="chaos"></h2>
      <label for="errorRate" data-text="errorRate"></label>
      <input type="range" id="errorRate" min="0" max="1" step="0.05"><output id="errorRate-value"></output>
      <label for="resets" data-text="resets"></label>
      <input type="range" id="resets" min="0" max="1" step="0.05"><output id="resets-value"></output>
      <label for="latency" data-text="latency"></label>
      <input type="range" id="latency" min="0" max="5000" step="100"><output id="latency-value"></output>
    </section>
    <section><h2 data-text="instances"></h2><ul id="instances"></ul></section>
  </div>
  <section>
    <div class="row" style="margin:0 0 8px;align-items:center">
      <h2 style="margin:0" id="journal-name" data-text="journal"></h2><span class="grow"></span>
      <a class="button" href="api/har" download="mock.har" data-text="har"></a>
      <button id="clear" data-text="clear"></button>
    </div>
    <div id="empty"><span class="sub" data-text="empty"></span><pre id="try"></pre></div>
    <div class="wide" role="region" aria-labelledby="journal-name" tabindex="0">
    <table id="table" hidden>
      <thead><tr><th data-text="number"></th><th data-text="time"></th><th data-text="request"></th><th data-text="pictures"></th><th data-text="answer"></th></tr></thead>
      <tbody id="entries"></tbody>
    </table>
    </div>
  </section>
</main>
<script>${pageScript(pageTexts)}</script>
</body>
</html>
`;
