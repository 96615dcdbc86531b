/* Leaves fast, sends without a reload, reads aloud. Everything here also works without it. Written for old phones. */
(function () {
  'use strict';
  function by(id) { return document.getElementById(id); }
  var ask = by('ask'), leave = by('leave'), log = by('log'), failed = by('failed');
  var speech = window.speechSynthesis, type = 'application/x-www-form-urlencoded', pressed;

  document.addEventListener('click', function (event) {
    pressed = event.target;
    while (pressed && pressed.nodeName !== 'BUTTON') pressed = pressed.parentNode;
  }, true);

  function post(address, body, keepalive) {
    return fetch(address, {method: 'POST', body: body, headers: {'Content-Type': type}, keepalive: keepalive});
  }

  /* Leaving: blank first, then go. The wish to delete is sent on the way; where it fails, time deletes. */
  function go() {
    var address = leave.action.replace(/leave$/, 'delete'), body = 'token=' + leave.elements.token.value;
    document.body.textContent = '';
    if (speech) speech.cancel();
    try {
      var sent = navigator.sendBeacon && navigator.sendBeacon(address, new Blob([body], {type: type}));
      if (!sent) post(address, body, true).catch(function () {});
    } finally {
      location.replace(leave.getAttribute('data-away'));
    }
  }

  leave.addEventListener('submit', function (event) {
    if (pressed && pressed.hasAttribute('formaction')) return;
    event.preventDefault();
    go();
  });

  /* Shift alone, three times within five seconds; a capital letter is no Shift alone. */
  var times = [], alone;
  document.addEventListener('keydown', function (event) {
    alone = event.keyCode === 16;
    if (!alone) times = [];
  });
  document.addEventListener('keyup', function (event) {
    if (event.keyCode !== 16 || !alone) return;
    times = times.slice(-2).concat(Date.now());
    if (times[2] - times[0] <= 5000) go();
  });

  /* The first message is a real form post, so that a reload finds the way back; from here on all go by fetch. */
  if (!log) return;
  var fields = ask.elements, status = ask.querySelector('[role=status]');

  function show(html, words) {
    var box = document.createElement('div'), old = by('error');
    box.innerHTML = html;
    if (old) old.parentNode.removeChild(old);
    var next = box.querySelector('[data-next]'), seen = next.getAttribute('data-seen');
    fields.id.value = next.getAttribute('data-next');
    if (seen) log.setAttribute('data-seen', seen);
    if (seen && fields.text.value === words) fields.text.value = '';
    log.appendChild(box);
    box.scrollIntoView();
    offerListening();
  }

  function sendAsPage(topic) { /* the conversation is over: a real page says so, and keeps the words */
    var field = document.createElement('input');
    field.type = 'hidden';
    field.name = 'topic';
    field.value = topic;
    ask.appendChild(field);
    ask.submit();
  }

  ask.addEventListener('submit', function (event) {
    var button = pressed && pressed.form === ask ? pressed : {}, words = fields.text.value;
    var topic = button.name === 'topic' ? button.value : '';
    if (button.name === 'do' || !window.fetch) return;
    event.preventDefault();
    if (status.textContent) return;
    if (!topic && !words.trim()) return fields.text.focus();
    failed.hidden = true;
    status.textContent = ask.getAttribute('data-busy');
    post(ask.action, ['part=turns', 'begun=yes', 'seen=' + log.getAttribute('data-seen'),
      'token=' + fields.token.value, 'id=' + fields.id.value,
      topic ? 'topic=' + topic : 'text=' + encodeURIComponent(words)].join('&')
    ).then(function (response) {
      if (response.status === 401 || response.status === 410) return sendAsPage(topic);
      return response.text().then(function (html) { show(html, topic ? null : words); });
    }).catch(function () {
      failed.hidden = false;
      failed.scrollIntoView();
    }).then(function () { status.textContent = ''; });
  });

  /* Listening: only voices that live on the device, for others send the words away. */
  function voiceFor(language) {
    return speech.getVoices().filter(function (voice) {
      return voice.localService && voice.lang.slice(0, 2) === language;
    })[0];
  }

  function each(within, parts, what) { [].forEach.call(within.querySelectorAll(parts), what); }

  function read(reply, button) {
    var stop = ask.getAttribute('data-stop'), stopping = button.textContent === stop;
    speech.cancel();
    each(log, '.listen', function (other) { other.textContent = ask.getAttribute('data-listen'); });
    if (stopping) return;
    button.textContent = stop;
    each(reply, 'h2, .aloud', function (part) {
      var words = new SpeechSynthesisUtterance(part.innerText);
      words.voice = voiceFor(reply.lang);
      words.lang = reply.lang;
      speech.speak(words);
    });
  }

  function offerListening() {
    if (speech) each(log, '.reply', function (reply) {
      if (reply.querySelector('.listen') || !voiceFor(reply.lang)) return;
      var button = document.createElement('button');
      button.type = 'button';
      button.className = 'quiet listen';
      button.textContent = ask.getAttribute('data-listen');
      button.onclick = function () { read(reply, button); };
      reply.insertBefore(button, reply.querySelector('.short'));
    });
  }

  if (speech) speech.onvoiceschanged = offerListening;
  offerListening();
}());
