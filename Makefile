PREFIX ?= /usr/local
SOURCES = Sources Tests Package.swift
CHECKED = --explicit-target-dependency-import-check error
# One set of flags for run, install and screenshots: what is tried is what is installed, and nothing is built twice.
RELEASE = swift build -c release --product logitscope --static-swift-stdlib -Xlinker -s $(CHECKED)
PROGRAM = .build/release/logitscope
# Beside the program's build and out of reach of lint, which looks at everything below Tests.
BENCHMARKS = .build/benchmarks

.PHONY: run test lint format install screenshots bench

run:
	@$(call need,libncurses-dev)
	@$(RELEASE)
	@$(PROGRAM) $(ARGS)

test:
	@$(call need,libncurses-dev tmux)
	swift test $(CHECKED)

lint:
	swift format lint --strict --recursive --parallel $(SOURCES)
	@find Sources Tests -name '*.swift' -exec wc -l {} + \
	  | awk '$$2 != "total" && $$1 > 400 { print $$2 ": " $$1 " lines, more than 400"; bad = 1 } END { exit bad }'

format:
	swift format format --in-place --recursive --parallel $(SOURCES)

install:
	@$(call need,libncurses-dev)
	$(RELEASE)
	install -D -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/logitscope"
	@$(call share,generate-manual,man/man1/logitscope.1)
	@$(call share,--generate-completion-script bash,bash-completion/completions/logitscope)
	@$(call share,--generate-completion-script zsh,zsh/site-functions/_logitscope)
	@$(call share,--generate-completion-script fish,fish/vendor_completions.d/logitscope.fish)

screenshots:
	@$(call need,libncurses-dev xvfb xterm xdotool imagemagick fonts-dejavu-core fonts-noto-cjk)
	@$(RELEASE)
	screenshots/make.sh $(PROGRAM)

# PEERS=install first installs the libraries to compare with.
bench:
	@$(call need,libncurses-dev)
	@$(RELEASE)
	@swift build -c release --product LogitModelBenchmarks --package-path Tests/Benchmarks --scratch-path $(BENCHMARKS)
	@$(if $(filter install,$(PEERS)),Tests/Benchmarks/peers.py --install)
	@Tests/Benchmarks/compare.py $(BENCHMARKS)/release/LogitModelBenchmarks
	@Tests/Benchmarks/program.py $(PROGRAM)

# $(call share,ARGUMENTS,FILE) installs what the program prints with these arguments.
share = install -D -m 644 /dev/null "$(DESTDIR)$(PREFIX)/share/$(2)" && \
  $(PROGRAM) $(1) > "$(DESTDIR)$(PREFIX)/share/$(2)"

# $(call need,PACKAGES) installs the Debian packages that are missing, or says in one line which to install.
# Where there is no dpkg, nothing can be said about packages, and the build itself tells what it lacks.
define need
command -v dpkg-query >/dev/null || exit 0; missing=; \
for package in $(1); do \
  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
done; \
[ -n "$$missing" ] || exit 0; \
if [ "$$(id -u)" = 0 ]; then as_root=; elif sudo -n true 2>/dev/null; then as_root=sudo; else as_root=false; fi; \
{ $$as_root apt-get update -qq && \
  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
} >/dev/null 2>&1 || { echo "Please install$$missing first: sudo apt-get install$$missing" >&2; exit 1; }
endef
